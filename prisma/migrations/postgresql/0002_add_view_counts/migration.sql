-- CreateTable
CREATE TABLE "ViewCount" (
    "page" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ViewCount_pkey" PRIMARY KEY ("page")
);

-- CreateTable
CREATE TABLE "ViewMark" (
    "key" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ViewMark_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ViewSalt" (
    "day" TEXT NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "ViewSalt_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "ViewMark_expiresAt_idx" ON "ViewMark"("expiresAt");
