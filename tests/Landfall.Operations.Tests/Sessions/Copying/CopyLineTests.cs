using Landfall.Operations.Sessions.Copying;

namespace Landfall.Operations.Tests.Sessions.Copying;

public class CopyLineTests
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("m size 12", "size", 12L)]
    [InlineData("m ready", "ready", null)]
    [InlineData("m size -12", "size", null)]
    [InlineData("m size 12 13", "size", null)]
    public void Read_LineWithTheMark_IsAWordAndANumber(string line, string word, long? number)
    {
        var said = CopyLine.Read("m", line);

        Assert.Equal((word, number), (said!.Word, said.Number));
    }

    [Theory]
    [InlineData("ready")]
    [InlineData("mm ready")]
    [InlineData(" m ready")]
    [InlineData("")]
    public void Read_AnyOtherLine_SaysNothing(string line) => Assert.Null(CopyLine.Read("m", line));

    [Theory]
    [InlineData($"m end {Hash} -", Hash)]
    [InlineData($"m end {Hash}", Hash)]
    [InlineData("m end", null)]
    [InlineData("m end sha256sum:", null)]
    public void Hash_WhatSha256sumWrites_IsItsFirstWord(string line, string? hash) => Assert.Equal(hash, CopyLine.Read("m", line)!.Hash);
}
