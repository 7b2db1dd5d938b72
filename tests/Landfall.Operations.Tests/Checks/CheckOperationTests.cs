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

        var run = await RunAsync(new CheckParameters(file, server.Url, ".", null));

        Assert.False(run.Passed);
        Assert.Equal(server.Url, run.Url);
        Assert.Equal([(2, "GET /a", ""), (5, "second", "status 500, expected 2xx")], run.Requests.Select(r => (r.Line, r.Title, string.Join("; ", r.Failures))));
    }

    [Fact]
    public async Task Run_WithoutUrl_AsksTheBaseOfTheFile()
    {
        using var folder = new TemporaryFolder();
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(""));

        var run = await RunAsync(new CheckParameters(Write(folder, $"@base = {server.Url}\nGET /a"), null, ".", null));

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

        var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new CheckParameters(file, url, ".", null)));

        Assert.Equal(code, failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AService_RunsAllItsChecksAgainstTheAddress()
    {
        using var folder = Project();
        await using var server = new LoopbackServer(request => LoopbackServer.Answer("", request.StartsWith("GET /b ", StringComparison.Ordinal) ? 500 : 200));

        var run = await RunAsync(new CheckParameters("api", server.Url, folder.Path, null));

        Assert.False(run.Passed);
        Assert.Equal(["npm run smoke"], run.Tasks);
        Assert.Equal([("checks/a.http", 1, 0), ("checks/b.http", 1, 1)], run.Requests.Select(r => (r.File, r.Line, r.Failures.Count)));
    }

    [Theory]
    [InlineData("none", ErrorCodes.ServiceUnknown, "These have checks: api, back, free, task.")]
    [InlineData("task", ErrorCodes.CheckTasksAlone, "'task' is checked by tasks alone (smoke; probe:1 go), which run in the network of 'dev'")]
    [InlineData("plain", ErrorCodes.CheckFile, "'plain' has no 'deploy.checks' in 'dev'.")]
    [InlineData("back", ErrorCodes.CheckAddress, "'back' is inside the network of 'dev'")]
    [InlineData("free", ErrorCodes.CheckAddress, "'free' answers to *.free.shop.invalid. Give one of these names as --url.")]
    public async Task Run_AServiceThatCannotBeChecked_SaysWhy(string service, string code, string message)
    {
        using var folder = Project();

        var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new CheckParameters(service, null, folder.Path, null)));

        Assert.Equal(code, failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AServiceWithAName_IsAskedByIt()
    {
        using var folder = Project("domain: { name: www.shop.invalid, zone: shop.invalid, zoneId: Z0123456789ABC }");

        var run = await RunAsync(new CheckParameters("api", null, folder.Path, null));

        Assert.Equal(("https://www.shop.invalid", false), (run.Url, run.Passed)); // nobody has that name
    }

    private static TemporaryFolder Project(string more = "")
    {
        var folder = new TemporaryFolder();
        folder.Write("checks/a.http", "GET /a");
        folder.Write("checks/b.http", "GET /b");
        folder.Write("landfall.yaml", $$"""
            app: shop
            region: eu-west-1
            {{more}}
            environments: { dev: {} }
            services:
              api: { type: web, image: n, path: /a, deploy: { strategy: blueGreen, checks: [checks/a.http, { file: checks/b.http, at: afterTraffic }, { file: checks/a.http, at: afterTraffic }, { command: [npm, run, smoke] }] } }
              free: { type: web, image: n, path: /f, host: "*.free.shop.invalid", deploy: { strategy: blueGreen, checks: [checks/a.http] } }
              back: { type: internal, image: n, loadBalancer: true, deploy: { strategy: blueGreen, checks: [checks/a.http] } }
              task: { type: web, image: n, path: /t, deploy: { strategy: blueGreen, checks: [{ command: [smoke] }, { image: "probe:1", command: [go] }] } }
              plain: { type: web, image: n, path: /p }
            """);
        return folder;
    }

    private static string Write(TemporaryFolder folder, string text) => folder.Write("api.http", text);

    private static Task<CheckRun> RunAsync(CheckParameters parameters) => new CheckOperation().RunAsync(parameters, Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), new Answering(null), TimeProvider.System, TestContext.Current.CancellationToken));
}
