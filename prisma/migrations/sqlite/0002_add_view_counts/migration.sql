-- CreateTable
CREATE TABLE "ViewCount" (
    "page" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ViewMark" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ViewSalt" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "salt" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "ViewMark_expiresAt_idx" ON "ViewMark"("expiresAt");
