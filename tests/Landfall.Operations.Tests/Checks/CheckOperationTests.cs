using Landfall.Config;
using Landfall.Operations.Checks;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Checks;

public sealed class CheckOperationTests
{
    [Fact]
    public async Task Run_AFile_TellsOfEachRequest()
    {
        using var folder = new TemporaryFolder();
        await using var server = new LoopbackServer(request => LoopbackServer.Answer("", request.StartsWith("GET /a ", StringComparison.Ordinal) ? 200 : 500));
        var file = Write(folder, "@base = http://nowhere.invalid\nGET /a\n###\n# @name second\nGET {{base}}/b");

        var run = await RunAsync(new CheckParameters(file, server.Url));

        Assert.False(run.Passed);
        Assert.Equal(server.Url, run.Url);
        Assert.Equal([(2, "GET /a", ""), (5, "second", "status 500, expected 2xx")], run.Requests.Select(r => (r.Line, r.Title, string.Join("; ", r.Failures))));
    }

    [Fact]
    public async Task Run_WithoutUrl_AsksTheBaseOfTheFile()
    {
        using var folder = new TemporaryFolder();
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(""));

        var run = await RunAsync(new CheckParameters(Write(folder, $"@base = {server.Url}\nGET /a"), null));

        Assert.True(run.Passed);
        Assert.Equal(server.Url, run.Url);
    }

    [Theory]
    [InlineData("GET /a", null, ErrorCodes.CheckAddress, "as --url, or in the file as '@base")]
    [InlineData("GET /a", "shop.example.com", ErrorCodes.CheckAddress, "is not an address")]
    [InlineData("GET /a\n\n# @expect status 200\n###\nGET b", "http://localhost", ErrorCodes.CheckFile, "api.http:5:5 'b' does not begin with")]
    [InlineData(null, "http://localhost", ErrorCodes.CheckFile, "cannot be read")]
    public async Task Run_WhatCannotBeRun_SaysWhy(string? text, string? url, string code, string message)
    {
        using var folder = new TemporaryFolder();
        var file = text is null ? Path.Combine(folder.Path, "none.http") : Write(folder, text);

        var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new CheckParameters(file, url)));

        Assert.Equal(code, failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private static string Write(TemporaryFolder folder, string text) => folder.Write("api.http", text);

    private static Task<CheckRun> RunAsync(CheckParameters parameters) => new CheckOperation().RunAsync(parameters, Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), new Answering(null), TimeProvider.System, TestContext.Current.CancellationToken));
}
