/**
 * Passwords that guessing starts with: those of eight characters or more that
 * turn up most in public lists of leaked ones, in lower case. Shorter ones are
 * refused for their length. Compared without regard to case.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  00000000 000000000 0000000000 01234567 012345678 0123456789 09876543 0987654321 10101010 11111111 111111111
  1111111111 11112222 11223344 1122334455 112233445566 12121212 12312312 123123123 123123123123 12341234 123412345
  12344321 12345678 123456781 123456789 1234567890 12345678900 12345678910 123456789a 123456789q 1234567891 12345678a
  12345678q 1234567a 1234567q 123456aa 123456ab 123456abc 123456as 123456qw 123456qwe 123456qwerty 12345abc 12345abcde
  12345qwe 12345qwert 1234abcd 1234asdf 1234qwer 1234qwerasdf 123654789 12369874 123698745 123abc123 123hello 123qwe123
  123qweasd 123qweasdzxc 12qwaszx 13131313 1357924680 13579246 135792468 14141414 14725836 147258369 1472583690
  147852369 159357456 15975346 159753456 159951159 1a2b3c4d 1a2b3c4d5e 1password 1q1q1q1q 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
  1qaz1qaz 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qw23er4 20002000 20202020 21212121 22222222 222222222 22446688 22334455
  23232323 23456789 24682468 25252525 25802580 27272727 31415926 3141592653 31415926535 33333333 333333333 36925814
  369258147 44444444 45454545 45678910 456789123 4815162342 55555555 555555555 5555555555 56565656 5678567856 66666666
  666666666 69696969 74108520 741852963 77777777 777777777 7777777777 78787878 78945612 789456123 7894561230 78963214
  85208520 852456789 87654321 876543210 88888888 888888888 8888888888 89898989 963852741 987456321 98765432 987654321
  9876543210 98989898 99999999 999999999 9999999999
  a1234567 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 a1s2d3f4 aa123456 aa12345678 aaaaaaaa aaaaaaaaaa ab123456 abc12345
  abc123456 abc123abc abcabcabc abcd1234 abcd12345 abcd123456 abcdabcd abcde123 abcde12345 abcdef12 abcdef123 abcdefgh
  abcdefghi abcdefghij absolute access14 account1 adgjmptw admin123 admin1234 admin12345 adminadmin administrator
  adrianna airborne alexande alexander alexander1 alexandra alexandre aliciakeys allison1 amanda123 america1 anderson
  andrea123 angelica angelina animal123 anthony1 anything apples123 arsenal1 asasasas asd123456 asdasd123 asdasdasd
  asdf1234 asdfasdf asdfghjk asdfghjkl asdfghjkl1 asdfjkl; asdqwe123 ashley123 asshole1 atlantis australia awesome1
  baby1234 babyblue babygirl babygirl1 babylove backspace badboy123 bailey123 banana123 barcelona barcelona1 baseball
  baseball1 basketball basketball1 batman123 baxter123 beautiful beautiful1 benjamin benjamin1 bigdaddy billabong
  birthday bismillah blackberry blackjack blahblah blessed1 blink182 blueberry bluebird bluesky1 bollocks booboo123
  brandon1 brittany brooklyn bubbles1 bulldogs butterfly butterfly1 buttercup california cameron1 captain1 carolina
  caroline catherine changeme changeme1 changeme123 charlie1 charlie123 charlotte cheesecake chelsea1 chicken1
  chocolate chocolate1 chopper1 christian christina christine christmas christopher cinderella claudia1 clevelan
  clifford cocacola colorado columbia computer computer1 consumer corvette counterstrike courtney cowboys1 creative
  cristina cristiano crystal1 cupcake1 dallas123 daniel12 daniel123 danielle darkness david123 december default123
  destiny1 dickhead diamond1 dodgers1 dolphin1 dolphins dragon12 dragon123 drowssap dududuc1 einstein elephant
  elizabeth elizabeth1 emmanuel england1 everlast everton1 excalibur explorer facebook facebook1 fashion1 fatima123
  februar1 february fernando ferrari1 fireball firebird firefly1 fktrcfylh flamingo florence flower123 football
  football1 football12 football123 forever1 forever21 formula1 franklin freedom1 friendly friends1 friendship fuckoff1
  fuckyou1 fuckyou123 fuckyou2 fyfcnfcbz garfield gateway1 geronimo gfhjkm123 giovanni godzilla goldfish goodluck
  google123 gordon24 grandma1 greenday greenday1 guest123 guinness hahahaha hallo123 hamilton hannah123 happy123
  hardcore harley123 harrypotter heather1 hello123 hello1234 hellohello hellokitty hercules hockey123 holiday1 hollywood
  homer123 honey123 hunter123 iceman123 iloveyou iloveyou! iloveyou1 iloveyou12 iloveyou123 iloveyou2 imagine1 infinity
  inuyasha ireland1 isabella isabelle jackass1 jackson1 jackson5 jasmine1 jeremiah jessica1 jessica123 jesus123
  jesuschrist jesusislord john3:16 johncena johnson1 jonathan jonathan1 jordan123 jordan23 joseph123 josephine
  juventus katherine kathleen killer12 killer123 kimberly kingkong kristina ladybug1 lakers24 lancelot leonardo
  letmein1 letmein123 letmein! letmein12 liberty1 linkedin1 linkinpark liverpoo liverpool liverpool1 lkjhgfds
  logitech lollipop lorraine love1234 loveme123 lovelove loveyou1 lucky123 madison1 makaveli manchester manchester1
  margaret marshall martin123 maryjane master12 master123 matthew1 maverick maxwell1 mazdarx7 melanie1 mercedes
  mercury1 metallica metallica1 michael1 michael123 michelle michelle1 michigan microsoft midnight minecraft
  minecraft1 mohammed monica123 monkey12 monkey123 monkey1234 montana1 monster1 morpheus motorola mountain muhammad
  mustang1 mylove123 mypassword myspace1 naruto123 nathan123 natasha1 newcastle newpassword newyork1 nicholas nicholas1
  nicole123 nintendo nirvana1 nopassword november nothing1 november1 october1 odessa123 oklahoma oliver123 olivia123
  onelove1 orange123 p@ssw0rd p@ssw0rd1 p@ssword pa$$w0rd pa55w0rd pa55word pakistan pakistan1 paradise paris123
  pass1234 pass12345 passpass passw0rd passw0rd1 password password! password00 password01 password1 password1!
  password10 password11 password12 password123 password1234 password12345 password123! password2 password21 password22
  password3 password321 password5 password7 password8 password9 password99 passwords passwort passwort1 patricia
  patrick1 peanut123 penelope personal philippe phoenix1 pineapple platinum playboy1 playstation pokemon1 pokemon123
  porsche911 precious president princesa princess princess1 princess12 princess123 professional q1w2e3r4 q1w2e3r4t5
  q1w2e3r4t5y6 qaz12345 qazqazqaz qazwsx12 qazwsx123 qazwsxed qazwsxedc qazwsxedc123 qazwsxedcrfv qazxswed qqqqqqqq
  qwaszx12 qwe12345 qwe123456 qwe123qwe qweasd123 qweasdzx qweasdzxc qweasdzxc123 qweqweqwe qwer1234 qwer12345 qwerasdf
  qwerqwer qwert123 qwert12345 qwertasdfg qwerty00 qwerty01 qwerty1! qwerty11 qwerty12 qwerty123 qwerty1234 qwerty12345
  qwerty123456 qwerty22 qwerty77 qwerty78 qwertyqwerty qwertyui qwertyuio qwertyuiop qwertyuiop1 qwertyuiop123 qwertz123
  qwertzui qwertzuiop rainbow1 rangers1 raymond1 realmadrid rebecca1 redskins remember ricardo1 richard1 rockstar
  rockyou1 rolltide romantic ronaldo7 rosebud1 rush2112 samantha samantha1 samsung1 samsung123 sandra123 santiago
  scarface scooby12 scorpion scorpio1 sebastian sebastian1 secret12 secret123 security september serenity shadow12
  shadow123 shannon1 sheffield simpsons skateboard slipknot slipknot1 snickers snowball snowboard soccer12 soccer123
  softball softball1 southpark spiderman spiderman1 spongebob spongebob1 starcraft stargate starlight startrek starwars
  starwars1 steelers steelers1 stephanie stephen1 strawberry strawberry1 success1 summer12 summer123 sunflower sunshine
  sunshine1 sunshine123 superman superman1 superman123 superstar superstar1 survivor sweetheart sweetie1 sweetness
  swordfish sylvester target123 teamomucho telephone tennessee teresa123 terminal test1234 test12345 test123456
  testing1 testing123 testtest thailand thebeast thedoors thekiller theman123 theresa1 thomas123 thunder1 tigers123
  tinkerbell tinkerbell1 tottenham trinity1 trustno1 trustno1! twilight undertaker university unknown1 valentina
  valentine vanessa1 vanhalen veronica victoria victoria1 vincent1 virginia volleyball w1w2w3w4 warcraft warrior1
  watermelon webmaster welcome! welcome01 welcome1 welcome12 welcome123 westlife westside whatever whatever1 whiteboy
  wildcats william1 williams winston1 wolfpack wolverine wonderland wrestling wrestling1 xbox360x xxxxxxxx yankees1
  yellow123 yourmom1 yugioh123 yxcvbnm1 z1x2c3v4 zaq12wsx zaq1xsw2 zaq1zaq1 zaqwsx123 zaqwsxcde zeppelin zxc12345
  zxc123456 zxcasdqwe zxcasdqwe123 zxcv1234 zxcvbnm1 zxcvbnm12 zxcvbnm123 zxcvbnm, zzzzzzzz
  `
    .trim()
    .split(/\s+/),
)
