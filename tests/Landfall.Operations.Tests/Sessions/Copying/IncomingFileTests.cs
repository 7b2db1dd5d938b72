using System.Text;
using Landfall.Config;
using Landfall.Operations.Sessions.Copying;

namespace Landfall.Operations.Tests.Sessions.Copying;

public sealed class IncomingFileTests : IDisposable
{
    private const string Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // of "abc", in FIPS 180-2
    private readonly TemporaryFolder _folder = new();

    private string Place => Path.Combine(_folder.Path, "file");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Hash)]
    [InlineData(null)]
    public async Task KeepAsync_WholeFile_IsInItsPlace(string? expected)
    {
        using (var file = new IncomingFile(Place, 3, force: false))
        {
            await file.TakeAsync(Base64("ab"), TestContext.Current.CancellationToken);
            await file.TakeAsync(Base64("c"), TestContext.Current.CancellationToken);
            Assert.False(File.Exists(Place));
            Assert.Equal(Hash, await file.KeepAsync(expected, TestContext.Current.CancellationToken));
        }

        Assert.Equal("abc", File.ReadAllText(Place));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(3, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task KeepAsync_OtherSizeOrHash_KeepsNothing(long announced, string? expected)
    {
        using (var file = new IncomingFile(Place, announced, force: false))
        {
            await file.TakeAsync(Base64("abc"), TestContext.Current.CancellationToken);
            var error = await Assert.ThrowsAsync<LandfallException>(() => file.KeepAsync(expected, TestContext.Current.CancellationToken));
            Assert.Equal(ErrorCodes.CopyBroken, error.Code);
        }

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("YWJjZA==")] // more than was announced
    [InlineData("no base64!")]
    public async Task TakeAsync_WhatIsNotTheFile_EndsIt(string line)
    {
        using var file = new IncomingFile(Place, 3, force: false);

        var error = await Assert.ThrowsAsync<LandfallException>(() => file.TakeAsync(line, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.CopyBroken, error.Code);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
