using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Landfall.Constructs.Tests.Samples;
using Landfall.Constructs.Tests.Services;

namespace Landfall.Constructs.Tests.Alarms;

/// <summary>Alarms in chats. The function runs here as it does there, in Node, and writes to a server on this machine; only the secrets' client is a stand-in.</summary>
public sealed class ChatsTests
{
    private const string Hook = "/services/T0/very-secret-path";
    private const string Key = "SEC-very-secret-key";

    private const string Alarm = """
        {"AlarmName":"shop-dev-api-Fault","AlarmDescription":"api is not well. Runbook: https://wiki.example.com/alarms#fault","NewStateValue":"ALARM","OldStateValue":"OK",
        "NewStateReason":"arn:aws:cloudwatch:…:alarm:shop-dev-api-ErrorRate <5 & more> transitioned to ALARM","StateChangeTime":"2026-11-26T15:00:00.000+0000","Region":"EU (Ireland)"}
        """;

    public static TheoryData<string> Kinds => ["slack", "teams", "feishu", "dingtalk", "wecom"];

    private static string Taken(string chat) => chat switch { "slack" => "ok", "teams" => "", "feishu" => """{"code":0,"msg":"success"}""", _ => """{"errcode":0,"errmsg":"ok"}""" };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Handler_Alarm_IsWrittenAsTheChatWantsIt(string chat)
    {
        using var server = HttpStub.InTurn(new StubAnswer(200, Taken(chat)));

        var run = await RunAsync(chat, server.Url + Hook, Alarm);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", Hook, "application/json"), (request.Method, request.PathAndQuery, request.Headers["content-type"]));
        GoldenFile.Verify($"tests/Landfall.Constructs.Tests/Alarms/Chats/{chat}.json", Pretty(request.Body));
    }

    [Theory]
    [InlineData("OK", "#1d8102")]
    [InlineData("INSUFFICIENT_DATA", "#687078")]
    public async Task Handler_OtherState_HasAnotherColour(string state, string colour)
    {
        using var server = HttpStub.InTurn(new StubAnswer(200, "ok"));

        await RunAsync("slack", server.Url + Hook, Alarm.Replace("\"ALARM\"", $"\"{state}\"", StringComparison.Ordinal));

        Assert.Equal(colour, (string?)JsonNode.Parse(server.Requests[0].Body)!["attachments"]![0]!["color"]);
    }

    [Theory]
    [InlineData("""{"source":"aws.ecs","detail-type":"ECS Deployment State Change","time":"2026-11-26T15:00:00Z","detail":{"eventName":"SERVICE_DEPLOYMENT_FAILED"}}""", "ECS Deployment State Change", "SERVICE_DEPLOYMENT_FAILED")]
    [InlineData("just words", "Message", "just words")]
    [InlineData("[1]", "Message", "[1]")]
    public async Task Handler_OtherMessage_IsWrittenToo(string message, string title, string text)
    {
        using var server = HttpStub.InTurn(new StubAnswer(200, Taken("dingtalk")));

        await RunAsync("dingtalk", server.Url + Hook, message);

        var markdown = JsonNode.Parse(server.Requests[0].Body)!["markdown"]!;
        Assert.Equal(title, (string?)markdown["title"]);
        Assert.Contains(text, (string?)markdown["text"]);
    }

    [Fact]
    public async Task Handler_DingTalkWithSecret_SignsTheAddress()
    {
        using var server = HttpStub.InTurn(new StubAnswer(200, Taken("dingtalk")));

        await RunAsync("dingtalk", server.Url + Hook + "?access_token=t", Alarm, Key);

        var query = HttpUtility.ParseQueryString(server.Requests[0].PathAndQuery.Split('?')[1]);
        Assert.Equal("t", query["access_token"]);
        Assert.Equal(Hmac(Key, $"{query["timestamp"]}\n{Key}"), query["sign"]);
        Assert.Equal(13, query["timestamp"]!.Length);
    }

    [Fact]
    public async Task Handler_FeishuWithSecret_SignsTheBody()
    {
        using var server = HttpStub.InTurn(new StubAnswer(200, Taken("feishu")));

        await RunAsync("feishu", server.Url + Hook, Alarm, Key);

        var body = JsonNode.Parse(server.Requests[0].Body)!;
        Assert.Equal(Hmac($"{body["timestamp"]}\n{Key}", ""), (string?)body["sign"]);
        Assert.Equal(10, ((string?)body["timestamp"])!.Length);
    }

    [Theory]
    [InlineData("slack", 404, "no_service", "slack refused the message: 404 no_service")]
    [InlineData("slack", 500, "", "slack refused the message: 500")]
    [InlineData("teams", 400, "Bad payload", "teams refused the message: 400 Bad payload")]
    [InlineData("feishu", 200, """{"code":19021,"msg":"sign match fail"}""", "feishu refused the message: 19021 sign match fail")]
    [InlineData("dingtalk", 200, """{"errcode":310000,"errmsg":"keywords not in content"}""", "dingtalk refused the message: 310000 keywords not in content")]
    [InlineData("wecom", 200, """{"errcode":93000,"errmsg":"invalid webhook url"}""", "wecom refused the message: 93000 invalid webhook url")]
    public async Task Handler_ChatRefuses_FailsSoThatLambdaTriesAgain(string chat, int status, string answer, string expected)
    {
        using var server = HttpStub.InTurn(new StubAnswer(status, answer));

        var run = await RunAsync(chat, server.Url + Hook, Alarm);

        Assert.Equal((1, expected), (run.ExitCode, run.Error));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Handler_AnswerRepeatsTheSecrets_LogsNoneOfThem(string chat)
    {
        HttpStub? server = null;
        var known = chat is "feishu" or "dingtalk" ? Key : "no key";
        using (server = HttpStub.Answering(_ => new StubAnswer(403, $"{server!.Url}{Hook} with {known} is unknown")))
        {
            var run = await RunAsync(chat, server.Url + Hook, Alarm, Key);

            Assert.Equal(1, run.ExitCode);
            Assert.DoesNotContain("very-secret", run.Output + run.Error);
        }
    }

    [Fact]
    public async Task Handler_NoAnswer_FailsInTime()
    {
        using var release = new ManualResetEventSlim();
        using var server = HttpStub.Answering(_ =>
        {
            release.Wait(TimeSpan.FromSeconds(20));
            return new StubAnswer(200, "ok");
        });

        var run = await RunAsync("slack", server.Url + Hook, Alarm, timeout: 300);
        release.Set();

        Assert.Equal((1, "slack did not answer: no answer in 300 ms."), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Handler_NobodyThere_FailsWithoutSayingWhere()
    {
        var server = HttpStub.InTurn(new StubAnswer(200, "ok"));
        server.Dispose();

        var run = await RunAsync("slack", server.Url + Hook, Alarm);

        Assert.Equal((1, "slack did not answer: ECONNREFUSED.", ""), (run.ExitCode, run.Error, run.Output));
    }

    [Fact]
    public async Task Handler_SecretIsNoAddress_NamesTheSecretAndNotItsValue()
    {
        var run = await RunAsync("slack", "very-secret", Alarm);

        Assert.Equal((1, "The secret shop/dev/hook does not hold the address of a webhook.", ""), (run.ExitCode, run.Error, run.Output));
    }

    [Fact]
    public void Synth_Chat_ReadsItsOwnSecretsAndKeepsWhatItCannotDeliver()
    {
        var app = new SynthesisedApp(SmallPlan.Create("notify: [{ dingtalk: hook, sign: key }, { slack: other }]\nsecrets: { hook: {}, key: {}, other: {} }"));

        var role = app.Properties("shop-dev-network", "ChatHookRole").ToJsonString();
        Assert.Contains("secret:shop/dev/hook-??????", role);
        Assert.Contains("secret:shop/dev/key-??????", role);
        Assert.DoesNotContain("other", role);
        Assert.Equal("""{"Fn::GetAtt":["ChatDeadLetters","Arn"]}""", app.Properties("shop-dev-network", "ChatHookFunction")["DeadLetterConfig"]!["TargetArn"]!.ToJsonString());
        Assert.Equal("""{"Fn::GetAtt":["ChatDeadLetters","Arn"]}""", app.Properties("shop-dev-network", "ChatOtherSubscription")["RedrivePolicy"]!["deadLetterTargetArn"]!.ToJsonString());
        Assert.Equal("lambda", (string?)app.Properties("shop-dev-network", "ChatOtherSubscription")["Protocol"]);
        Assert.Equal("sns.amazonaws.com", (string?)app.Properties("shop-dev-network", "ChatOtherPermission")["Principal"]);
        Assert.Null(app.Properties("shop-dev-network", "AlarmTopic")["Subscription"]);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string chat, string webhook, string message, string? key = null, int? timeout = null)
    {
        var sign = key is null || chat is not ("feishu" or "dingtalk") ? "" : ", sign: key";
        var function = new SynthesisedApp(SmallPlan.Create($"notify: [{{ {chat}: hook{sign} }}]\nsecrets: {{ hook: {{}}, key: {{}} }}")).Properties("shop-dev-network", "ChatHookFunction");
        var program = $$"""
            const secrets = { 'shop/dev/hook': {{Text(webhook)}}, 'shop/dev/key': {{Text(key ?? "")}} };
            const client = {
              SecretsManagerClient: class { async send({ input }) { return { SecretString: secrets[input.SecretId] + '\n' }; } },
              GetSecretValueCommand: class { constructor(input) { this.input = input; } },
            };
            const exported = {};
            new Function('require', 'exports', {{Text((string)function["Code"]!["ZipFile"]!)}})(
              (name) => (name === '@aws-sdk/client-secrets-manager' ? client : require(name)), exported);
            exported.handler({ Records: [{ Sns: { Message: {{Text(message)}} } }] }).catch((e) => { process.stderr.write(e.message); process.exitCode = 1; });
            """;
        var start = new ProcessStartInfo("node", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in function["Environment"]!["Variables"]!.AsObject())
            start.Environment[name] = (string)value!;
        if (timeout is { } most)
            start.Environment["TIMEOUT_MS"] = $"{most}";
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(program);
        node.StandardInput.Close();
        var error = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, output, await error);
    }

    private static string Text(string text) => JsonValue.Create(text).ToJsonString();

    private static string Hmac(string key, string text) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    private static string Pretty(string json) =>
        JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ReplaceLineEndings("\n") + "\n";
}
