using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Landfall.Checks.Format;
using Landfall.Checks.Running;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Checks.Tests.Running;

public sealed class CheckRunnerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Run_AnswersThatAreRight_Pass()
    {
        await using var server = new LoopbackServer(request => request.StartsWith("POST /login?a=1 ", StringComparison.Ordinal)
            ? LoopbackServer.Answer("""{ "token": "t-1" }""", 200, "Content-Type: application/json", "X-Next: /me", "Set-Cookie: seen=1")
            : LoopbackServer.Answer("hello"));

        var results = await RunAsync(server.Url, """
            # @name login
            # @expect header content-type ~ json
            # @expect json $.token == "t-1"
            POST {{base}}/login?a=1
            Content-Type: application/json

            { "user": "probe" }
            ###
            # @expect body == hello
            GET {{login.response.headers.X-Next}}
            Authorization: Bearer {{login.response.body.$.token}}
            """.Replace("GET {{login", "GET /go{{login", StringComparison.Ordinal));

        Assert.All(results, result => Assert.Empty(result.Failures));
        Assert.Contains("Content-Type: application/json", server.Requests[0], StringComparison.Ordinal);
        Assert.EndsWith("""{ "user": "probe" }""", server.Requests[0], StringComparison.Ordinal);
        Assert.StartsWith("GET /go/me ", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer t-1", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("Cookie: seen=1", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AnswersThatAreWrong_SayWhat()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("""{ "status": "down" }""", 503, "Content-Type: text/html"));

        var result = Assert.Single(await RunAsync(server.Url, "# @expect status 200\n# @expect header content-type ~ json\n# @expect json $.status == \"ok\"\nGET /"));

        Assert.Equal(
            ["status 503, expected 200: '{ \"status\": \"down\" }'", "header content-type is 'text/html', expected ~ 'json'", "$.status is '\"down\"', expected == \"ok\""],
            result.Failures);
    }

    [Fact]
    public async Task Run_ASlowAnswer_Fails()
    {
        await using var server = new LoopbackServer(_ =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(700));
            return LoopbackServer.Answer("");
        });

        Assert.Equal("took 700 ms, expected less than 500 ms", await FailureAsync(server.Url, "# @expect time < 500ms\nGET /"));
    }

    [Fact]
    public async Task Run_NoAnswerInTime_FailsAndGoesOn()
    {
        await using var server = new LoopbackServer(request =>
        {
            if (!request.StartsWith("GET /slow", StringComparison.Ordinal))
                return LoopbackServer.Answer("");
            _time.Advance(CheckLimits.Answer);
            return null;
        });

        var results = await RunAsync(server.Url, "GET /slow\n###\nGET /quick");

        Assert.Equal(["no answer within 10 s"], results[0].Failures);
        Assert.Empty(results[1].Failures);
    }

    [Fact]
    public async Task Run_NobodyThere_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.StartsWith("nothing answers: ", await FailureAsync($"http://127.0.0.1:{port}", "GET /"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhatIsNoHttp_SaysSo()
    {
        await using var server = new LoopbackServer(_ => "220 smtp.example.com ready\r\n");

        Assert.StartsWith("no HTTP answer: ", await FailureAsync(server.Url, "GET /"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ACertificateOfNobody_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(""), certificate);

        Assert.StartsWith("the certificate or TLS is refused: ", await FailureAsync(server.Url, "GET /"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Redirects_AreFollowedWithinTheHostOnly()
    {
        await using var server = new LoopbackServer(request => request.Split(' ')[1] switch
        {
            "/old" => LoopbackServer.Answer("", 301, "Location: /new"),
            "/away" => LoopbackServer.Answer("", 302, "Location: https://example.com/login"),
            "/round" => LoopbackServer.Answer("", 302, "Location: /round"),
            _ => LoopbackServer.Answer("here"),
        });

        var results = await RunAsync(server.Url, """
            # @expect body == here
            GET /old
            ###
            GET /away
            ###
            GET /round
            ###
            # @no-redirect
            # @expect status 301
            # @expect header location == /new
            GET /old
            """);

        Assert.Empty(results[0].Failures);
        Assert.StartsWith("status 302 leads away, to https://example.com/login", Assert.Single(results[1].Failures), StringComparison.Ordinal);
        Assert.Equal("redirected more than 10 times, at last to /round", Assert.Single(results[2].Failures));
        Assert.Empty(results[3].Failures);
        Assert.Equal(CheckLimits.Redirects + 1, server.Requests.Count(request => request.StartsWith("GET /round", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_AHugeBody_IsReadToItsLimitOnly()
    {
        var body = new string('x', CheckLimits.BodyBytes + 1);
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(body));

        var results = await RunAsync(server.Url, "# @expect body ~ y\nGET /\n###\nGET /");

        Assert.Equal(["the body is larger than 1024 KiB, which is what a check reads"], results[0].Failures);
        Assert.Empty(results[1].Failures);
    }

    [Fact]
    public async Task Run_WithAddresses_AsksThereUnderTheNameWithoutThePort()
    {
        await using var server = new LoopbackServer(request => request.StartsWith("GET /old", StringComparison.Ordinal)
            ? LoopbackServer.Answer("", 302, "Location: http://shop.example.com/new")
            : LoopbackServer.Answer(""));
        var target = new CheckTarget(new Uri($"http://shop.example.com:{server.Port}"), [IPAddress.Loopback]);

        var results = await new CheckRunner(_time).RunAsync(CheckFileReader.Read("GET /old").File!, target, TestContext.Current.CancellationToken);

        Assert.Empty(Assert.Single(results).Failures);
        Assert.All(server.Requests, request => Assert.Contains("Host: shop.example.com\r\n", request, StringComparison.Ordinal));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Run_WhatNamesAnAnswerThatDidNotCome_Fails()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("{}"));

        var results = await RunAsync(server.Url, "# @name login\nGET /\n###\nGET /{{login.response.body.$.token}}");

        Assert.Equal(["the answer of 'login' has no $.token"], results[1].Failures);
    }

    private async Task<string> FailureAsync(string url, string text) => Assert.Single(Assert.Single(await RunAsync(url, text)).Failures);

    private Task<IReadOnlyList<CheckResult>> RunAsync(string url, string text)
    {
        var reading = CheckFileReader.Read(text);
        Assert.Empty(reading.Faults);
        return new CheckRunner(_time).RunAsync(reading.File!, new CheckTarget(new Uri(url), null), TestContext.Current.CancellationToken);
    }
}
