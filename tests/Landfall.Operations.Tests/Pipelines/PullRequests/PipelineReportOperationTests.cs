using Landfall.Config;
using Landfall.Operations.Changes;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Pipelines.PullRequests;

public sealed class PipelineReportOperationTests : IDisposable
{
    private const string Start = "[//]: # (landfall report shop)\n";

    private readonly TemporaryFolder _folder = new();

    private readonly HurriedTime _time = new();

    private string? _token = PullServer.Token;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(PullService.Github)]
    [InlineData(PullService.Gitlab)]
    [InlineData(PullService.Bitbucket)]
    internal async Task RunAsync_TwoPushes_OneCommentThatIsWrittenAgainAndAStatusForEach(PullService service)
    {
        await using var server = new PullServer(service);
        server.Comments.Add("Looks good to me.");
        server.Comments.Add("[//]: # (landfall report shop-two)\nof another pipeline");

        var first = await RunAsync(server, service, await WriteAsync(Harmful));
        var second = await RunAsync(server, service, await WriteAsync(Nothing));

        Assert.Equal((PullOutcome.Added, PullOutcome.Updated), (first.Outcome, second.Outcome));
        Assert.Equal(3, server.Comments.Count);
        Assert.Equal("Looks good to me.", server.Comments[0]);
        Assert.EndsWith("of another pipeline", server.Comments[1], StringComparison.Ordinal);
        Assert.StartsWith(Start, server.Comments[2], StringComparison.Ordinal);
        Assert.Contains("- dev: nothing changes\n", server.Comments[2], StringComparison.Ordinal);
        Assert.Contains("- dev: 1 to agree to, 1 delete **Somebody has to agree before it is deployed.**", first.Comment, StringComparison.Ordinal);
        Assert.Contains("loses data: The table orders is deleted.", first.Comment, StringComparison.Ordinal);
        Assert.Equal(service != PullService.Bitbucket, first.Comment.Contains("<details>", StringComparison.Ordinal));
        Assert.Contains("Of commit 0123456789ab, [from this build](<https://ci.example.com/1?a=(b)>). Nothing has been deployed.", first.Comment, StringComparison.Ordinal);
        Assert.Equal(["dev: 1 to agree to, 1 delete", "dev: nothing changes"], server.Statuses.Select(status => (string)status["description"]!));
        Assert.All(server.Statuses, status => Assert.Equal("landfall/shop", (string)(status["context"] ?? status["name"])!));
        Assert.All(server.Statuses, status => Assert.Contains((string)status["state"]!, new[] { "success", "SUCCESSFUL" }));
        Assert.All(server.Statuses, status => Assert.Equal("https://ci.example.com/1?a=(b)", (string)(status["target_url"] ?? status["url"])!));
    }

    [Theory]
    [InlineData(PullService.Github, "failure")]
    [InlineData(PullService.Gitlab, "failed")]
    [InlineData(PullService.Bitbucket, "FAILED")]
    internal async Task RunAsync_ChangeThatAwsWouldRefuse_FailsTheStatus(PullService service, string state)
    {
        await using var server = new PullServer(service);

        var report = await RunAsync(server, service, await WriteAsync(Nothing, Nothing with { Environment = "prod", Refused = [new Refusal("orders", "shop-prod-data", "Orders", "The key of a table cannot change.")] }));

        Assert.False(report.Succeeded);
        Assert.Equal("dev: nothing changes; prod: 1 refused by AWS", report.Status);
        Assert.Equal(state, (string)server.Statuses.Single()["state"]!);
        Assert.Contains("**AWS would refuse this.**", server.Comments.Single(), StringComparison.Ordinal);
        Assert.Contains("The key of a table cannot change.", server.Comments.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PullService.Github, "failure")]
    [InlineData(PullService.Gitlab, "failed")]
    [InlineData(PullService.Bitbucket, "FAILED")]
    internal async Task RunAsync_BuildThatFailed_TakesThePlaceOfTheChangeAndFailsTheStatus(PullService service, string state)
    {
        await using var server = new PullServer(service);
        await RunAsync(server, service, await WriteAsync(Nothing));
        _folder.Write("failures/failure-build.txt", "No such environment.");

        var report = await RunAsync(server, service, [], parameters => parameters with { Failure = Path.Combine(_folder.Path, "failures") });

        Assert.Equal((PullOutcome.Updated, false, "the build failed: build"), (report.Outcome, report.Succeeded, report.Status));
        Assert.Contains("No such environment.", Assert.Single(server.Comments), StringComparison.Ordinal);
        Assert.Equal(state, (string)server.Statuses[^1]["state"]!);
    }

    [Fact]
    public async Task RunAsync_FailureAndChange_ExcludeEachOther()
    {
        await using var server = new PullServer(PullService.Github);

        var refused = await Assert.ThrowsAsync<LandfallException>(async () => await RunAsync(server, PullService.Github, await WriteAsync(Nothing), parameters => parameters with { Failure = _folder.Path }));

        Assert.Equal(ErrorCodes.PullOption, refused.Code);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData(PullService.Github)]
    [InlineData(PullService.Gitlab)]
    [InlineData(PullService.Bitbucket)]
    internal async Task RunAsync_CommentOnALaterPage_IsFound(PullService service)
    {
        await using var server = new PullServer(service);
        server.Comments.AddRange(Enumerable.Range(0, 230).Select(i => $"Comment {i}"));
        server.Comments.Insert(205, Start + "earlier");

        var report = await RunAsync(server, service, await WriteAsync(Nothing));

        Assert.Equal(PullOutcome.Updated, report.Outcome);
        Assert.Equal(231, server.Comments.Count);
        Assert.Contains("nothing changes", server.Comments[205], StringComparison.Ordinal);
        Assert.Equal(3, server.Asked.Count(asked => asked.Contains("page=", StringComparison.Ordinal) && asked.StartsWith("GET", StringComparison.Ordinal) && asked.Contains("100&page=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(PullService.Github)]
    [InlineData(PullService.Gitlab)]
    [InlineData(PullService.Bitbucket)]
    internal async Task RunAsync_ForkClosedOrMovedOn_WritesNothing(PullService service)
    {
        var file = await WriteAsync(Harmful);
        foreach (var (server, outcome) in new[]
        {
            (new PullServer(service) { Fork = true }, PullOutcome.Fork),
            (new PullServer(service) { Open = false }, PullOutcome.Closed),
            (new PullServer(service) { Head = "ffffffffffffffffffffffffffffffffffffffff" }, PullOutcome.MovedOn),
        })
        {
            await using (server)
            {
                Assert.Equal(outcome, (await RunAsync(server, service, file)).Outcome);
                Assert.Single(server.Asked);
                Assert.Empty(server.Comments);
                Assert.Empty(server.Statuses);
            }
        }
    }

    [Theory]
    [InlineData(PullService.Github)]
    [InlineData(PullService.Gitlab)]
    [InlineData(PullService.Bitbucket)]
    internal async Task RunAsync_WithoutANumber_FindsTheOpenPullRequestOfTheCommit(PullService service)
    {
        var file = await WriteAsync(Nothing);
        await using var server = new PullServer(service);
        await using var closed = new PullServer(service) { Open = false };

        Assert.Equal(PullOutcome.Added, (await RunAsync(server, service, file, p => p with { Pull = null, Branch = "main" })).Outcome);
        Assert.Equal(PullOutcome.None, (await RunAsync(server, service, file, p => p with { Pull = null, Branch = "release" })).Outcome);
        Assert.Equal(PullOutcome.None, (await RunAsync(closed, service, file, p => p with { Pull = null, Branch = "main" })).Outcome);
        Assert.Single(server.Comments);
        Assert.Empty(closed.Comments);
    }

    [Theory]
    [InlineData(401, ErrorCodes.PullToken, "does not know the token in LANDFALL_PULL_TOKEN (HTTP 401: no)")]
    [InlineData(403, ErrorCodes.PullDenied, "It has to read and write pull requests and commit statuses")]
    [InlineData(404, ErrorCodes.PullNotFound, "is not there, or the token in LANDFALL_PULL_TOKEN may not see it (HTTP 404: no)")]
    [InlineData(422, ErrorCodes.PullAnswer, "has failed (HTTP 422: no).")]
    [InlineData(301, ErrorCodes.PullAnswer, "a token is sent to no other address")]
    public async Task RunAsync_ServiceThatRefuses_SaysWhyAtOnce(int status, string code, string message)
    {
        foreach (var service in Enum.GetValues<PullService>())
        {
            var body = service == PullService.Bitbucket ? """{"type":"error","error":{"message":"no"}}""" : """{"message":"no"}""";
            await using var server = new PullServer(service) { Instead = _ => LoopbackServer.Answer(body, status, "Location: http://127.0.0.1:9/") };

            var e = await Assert.ThrowsAsync<LandfallException>(async () => await RunAsync(server, service, await WriteAsync(Nothing)));

            Assert.Equal(code, e.Code);
            Assert.Contains(message, e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(PullServer.Token, e.Message, StringComparison.Ordinal);
            Assert.Single(server.Asked);
            Assert.DoesNotContain(_time.Waits, wait => wait < TimeSpan.FromSeconds(29));
        }
    }

    [Fact]
    public async Task RunAsync_Throttled_WaitsAsLongAsTheServiceSays()
    {
        var throttled = new Queue<string>([LoopbackServer.Answer("{}", 429, "Retry-After: 7"), LoopbackServer.Answer("{}", 403, "Retry-After: 11"), LoopbackServer.Answer("{}", 429)]);
        await using var server = new PullServer(PullService.Github) { Instead = first => first.StartsWith("POST", StringComparison.Ordinal) && throttled.TryDequeue(out var answer) ? answer : null };

        var report = await RunAsync(server, PullService.Github, await WriteAsync(Nothing));

        Assert.Equal(PullOutcome.Added, report.Outcome);
        Assert.Single(server.Comments);
        Assert.Equal([7, 11, 4], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task RunAsync_ThrottledForLong_IsToldAndNotWaitedFor()
    {
        var reset = TimeProvider.System.GetUtcNow().AddMinutes(50).ToUnixTimeSeconds();
        foreach (var headers in new[] { new[] { "Retry-After: 3000" }, ["x-ratelimit-remaining: 0", $"x-ratelimit-reset: {reset}"] })
        {
            await using var server = new PullServer(PullService.Github) { Instead = _ => LoopbackServer.Answer("{}", 403, headers) };

            var e = await Assert.ThrowsAsync<LandfallException>(async () => await RunAsync(server, PullService.Github, await WriteAsync(Nothing)));

            Assert.Equal(ErrorCodes.PullThrottled, e.Code);
            Assert.Matches("takes no more requests for (3000|29[0-9][0-9]) s", e.Message);
            Assert.Empty(_time.Waits);
        }
    }

    [Fact]
    public async Task RunAsync_ServiceThatFails_IsAskedAgainButWritesNoCommentTwice()
    {
        await using var reading = new PullServer(PullService.Github) { Instead = first => first.StartsWith("GET", StringComparison.Ordinal) ? LoopbackServer.Answer("oops", 502) : null };
        var e = await Assert.ThrowsAsync<LandfallException>(async () => await RunAsync(reading, PullService.Github, await WriteAsync(Nothing)));
        Assert.Equal(ErrorCodes.PullAnswer, e.Code);
        Assert.Equal(4, reading.Asked.Count());
        Assert.Equal([1, 2, 4], _time.Waits.Select(wait => wait.TotalSeconds));

        await using var writing = new PullServer(PullService.Github) { Instead = first => first.StartsWith("POST", StringComparison.Ordinal) ? LoopbackServer.Answer("oops", 502) : null };
        await Assert.ThrowsAsync<LandfallException>(async () => await RunAsync(writing, PullService.Github, await WriteAsync(Nothing)));
        Assert.Single(writing.Asked, asked => asked.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    public async Task RunAsync_AnswerOfSomethingElse_IsNoBug(string body)
    {
        await using var server = new PullServer(PullService.Github) { Instead = _ => LoopbackServer.Answer(body) };

        Assert.Equal(ErrorCodes.PullAnswer, (await Assert.ThrowsAsync<LandfallException>(async () => await RunAsync(server, PullService.Github, await WriteAsync(Nothing)))).Code);
    }

    [Fact]
    public async Task RunAsync_SomebodyElsesCommentThatBeginsSo_HidesNothing()
    {
        await using var server = new PullServer(PullService.Gitlab) { Instead = first => first.StartsWith("PUT", StringComparison.Ordinal) ? LoopbackServer.Answer("{}", 403) : null };
        server.Comments.Add(Start + "nothing changes, trust me");

        Assert.Equal(PullOutcome.Added, (await RunAsync(server, PullService.Gitlab, await WriteAsync(Harmful))).Outcome);
        Assert.Contains("loses data", server.Comments[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StatusThatGitlabHasAlready_IsNoFailure()
    {
        await using var server = new PullServer(PullService.Gitlab)
        {
            Instead = first => first.Contains("/statuses/", StringComparison.Ordinal) ? LoopbackServer.Answer("""{"message":"Cannot transition status via :success from :success (Reason(s): Status cannot transition via \"success\")"}""", 400) : null,
        };

        Assert.Equal(PullOutcome.Added, (await RunAsync(server, PullService.Gitlab, await WriteAsync(Nothing))).Outcome);
    }

    [Fact]
    public async Task RunAsync_NoStatus_WritesTheCommentAlone()
    {
        await using var server = new PullServer(PullService.Gitlab);

        var report = await RunAsync(server, PullService.Gitlab, await WriteAsync(Harmful), parameters => parameters with { NoStatus = true });

        Assert.Equal((PullOutcome.Added, "dev: 1 to agree to, 1 delete"), (report.Outcome, report.Status));
        Assert.Single(server.Comments);
        Assert.Empty(server.Statuses);
    }

    [Fact]
    public async Task RunAsync_DryRun_AsksNobody()
    {
        _token = null;
        await using var server = new PullServer(PullService.Github);

        var report = await RunAsync(server, PullService.Github, await WriteAsync(Harmful), parameters => parameters with { DryRun = true });

        Assert.Equal(PullOutcome.Shown, report.Outcome);
        Assert.StartsWith(Start, report.Comment, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData(null, "There is no token in LANDFALL_PULL_TOKEN")]
    [InlineData(" \n", "There is no token in LANDFALL_PULL_TOKEN")]
    [InlineData("two words", "is no token")]
    [InlineData("a\nX-Other: b", "is no token")]
    public async Task RunAsync_NoToken_SaysSoAndAsksNobody(string? token, string message)
    {
        _token = token;
        await using var server = new PullServer(PullService.Github);

        var e = await Assert.ThrowsAsync<LandfallException>(async () => await RunAsync(server, PullService.Github, await WriteAsync(Nothing)));

        Assert.Equal(ErrorCodes.PullToken, e.Code);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task RunAsync_TokenThatEndsInALineBreak_IsSentWithoutIt()
    {
        _token = PullServer.Token + "\n";
        await using var server = new PullServer(PullService.Github);

        Assert.Equal(PullOutcome.Added, (await RunAsync(server, PullService.Github, await WriteAsync(Nothing))).Outcome);
    }

    public static TheoryData<string> WrongOptions { get; } = ["--repository", "--pull", "--commit", "--name", "--change", "--api", "--url"];

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public async Task RunAsync_OptionOfAnotherForm_IsRefusedBeforeAnythingIsSent(string option)
    {
        await using var server = new PullServer(PullService.Github);
        var file = await WriteAsync(Nothing);
        Func<PipelineReportParameters, PipelineReportParameters>[] changes = option switch
        {
            "--repository" => [p => p with { Repository = "shop" }, p => p with { Repository = "acme/../user" }, p => p with { Repository = "acme/shop/more" }, p => p with { Repository = "acme/shop?x" }],
            "--pull" => [p => p with { Pull = 0 }, p => p with { Pull = -1 }, p => p with { Pull = null }],
            "--commit" => [p => p with { Commit = "0123456" }, p => p with { Commit = PullServer.Commit + "/../x" }, p => p with { Commit = PullServer.Commit + "\n" }],
            "--name" => [p => p with { Name = "" }, p => p with { Name = "shop) @all" }, p => p with { Name = "a_b" }],
            "--change" => [p => p with { Changes = [] }, p => p with { Changes = [.. Enumerable.Repeat(file[0], 51)] }],
            "--api" => [p => p with { Api = "http://github.acme.com/api/v3" }, p => p with { Api = "https://user:secret@github.acme.com" }, p => p with { Api = "/api" }, p => p with { Api = "https://github.acme.com/?x=" }],
            _ => [p => p with { Url = "javascript:alert(1)" }, p => p with { Url = "http://ci.acme.com/1" }],
        };

        foreach (var change in changes)
        {
            var e = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(server, PullService.Github, file, change));
            Assert.Equal(ErrorCodes.PullOption, e.Code);
            Assert.StartsWith($"'{option}' is ", e.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Asked);
    }

    private static Change Nothing { get; } = new("dev", new string('a', 64), [], [], []);

    private static Change Harmful { get; } = Nothing with
    {
        Effects = [new Effect("shop-dev-data/Orders/losesData/0a1b2c", EffectKind.LosesData, Certainty.Certain, Harmful: true, "orders", "The table orders is deleted.")],
        Stacks = [new StackChange("shop-dev-data", StackAction.Update, [new ResourceChange("Orders", "Orders", "AWS::DynamoDB::Table", ResourceAction.Delete, ["shop-dev-data/Orders/losesData/0a1b2c"], "the file has it no more")])],
    };

    private async Task<string[]> WriteAsync(params Change[] changes)
    {
        var files = changes.Select(change => Path.Combine(_folder.Path, $"change-{change.Environment}.json")).ToArray();
        for (var i = 0; i < files.Length; i++)
            await ChangeFile.WriteAsync(files[i], changes[i], TestContext.Current.CancellationToken);
        return files;
    }

    private Task<PullReport> RunAsync(PullServer server, PullService service, string[] files, Func<PipelineReportParameters, PipelineReportParameters>? change = null)
    {
        var parameters = new PipelineReportParameters(service, service == PullService.Gitlab ? "acme/team/shop" : "acme/shop", 12, null, PullServer.Commit, files, "shop", server.Url, "https://ci.example.com/1?a=(b)", NoStatus: false, DryRun: false);
        return PipelineReportOperation.ReportAsync(
            change is null ? parameters : change(parameters),
            _token,
            new OperationContext(new Caller("ada", "test"), new Answering(null), _time, TestContext.Current.CancellationToken));
    }
}
