using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Pipelines.Reviews;
using Landfall.Operations.Tests.Pipelines.PullRequests;

namespace Landfall.Operations.Tests.Pipelines.Reviews;

/// <summary>Reviews that are not made, and say why.</summary>
public sealed class PipelineReviewFailureTests : ReviewTest
{
    [Theory]
    [InlineData(403, "User: arn:aws:sts::111111111111:assumed-role/report/x is not authorized to perform: bedrock:InvokeModel on resource: arn", null, "bedrock:InvokeModel")]
    [InlineData(403, "You don't have access to the model with the specified model ID.", ErrorCodes.ReviewModel, "may not use 'eu.amazon.nova-pro-v1:0' in eu-west-1 yet")]
    [InlineData(404, "Model use case details have not been submitted for this account.", ErrorCodes.ReviewModel, "may not use 'eu.amazon.nova-pro-v1:0'")]
    [InlineData(400, "Invocation of model ID x with on-demand throughput isn't supported.", ErrorCodes.ReviewModel, "list-inference-profiles --region eu-west-1")]
    [InlineData(400, "The provided model identifier is invalid.", ErrorCodes.ReviewModel, "Bedrock in eu-west-1 does not take")]
    [InlineData(400, "Input is too long for requested model.", ErrorCodes.ReviewModel, "smaller '--max-tokens'")]
    [InlineData(400, "This model doesn't support tool use.", ErrorCodes.ReviewModel, "cannot call tools")]
    [InlineData(408, "Model is timed out.", ErrorCodes.ReviewModel, "taken too long")]
    public async Task ReviewAsync_BedrockRefuses_SaysWhatToDoAndWritesNothing(int status, string message, string? code, string expected)
    {
        Change();
        using var bedrock = new ConverseServer(_ => new StubAnswer(status, new JsonObject { ["message"] = message }.ToJsonString()) { Error = Kind(status) });
        await using var hub = new PullServer(PullService.Github) { Head = Repository.Head };

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(bedrock, with => OnHub(with, hub)));

        var failure = thrown as LandfallException ?? AwsFailure.Of(thrown)!;
        Assert.Equal(code ?? ErrorCodes.AwsRefused, failure.Code);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Single(bedrock.Asked);
        Assert.Empty(hub.Comments);
    }

    [Fact]
    public async Task ReviewAsync_Throttled_AsksAgain()
    {
        Change();
        var asked = 0;
        using var bedrock = new ConverseServer(_ => ++asked < 3 ? new StubAnswer(429, """{"message":"Too many requests, please wait before trying again."}""") : ConverseServer.Said(new JsonObject { ["findings"] = new JsonArray() }));

        Assert.NotNull((await RunAsync(bedrock)).Use);
        Assert.Equal(3, asked);
    }

    public static TheoryData<string, string> OtherAnswers { get; } = new()
    {
        { """{"findings":"none"}""", "tool_use" },
        { """{"verdict":"approve"}""", "tool_use" },
        { """[]""", "tool_use" },
        { """{"findings":[]}""", "max_tokens" },
        { """{"findings":[]}""", "guardrail_intervened" },
        { "", "end_turn" },
    };

    [Theory]
    [MemberData(nameof(OtherAnswers))]
    public async Task ReviewAsync_AnswerOfAnotherForm_IsNoReview(string input, string stopped)
    {
        Change();
        using var bedrock = new ConverseServer(_ => input.Length == 0 ? ConverseServer.Content([new JsonObject { ["text"] = "LGTM" }], stopped) : ConverseServer.Said(JsonNode.Parse(input), stopped));
        await using var hub = new PullServer(PullService.Github) { Head = Repository.Head };

        var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(bedrock, with => OnHub(with, hub)));

        Assert.Equal(ErrorCodes.ReviewAnswer, failure.Code);
        Assert.Contains(stopped, failure.Message, StringComparison.Ordinal);
        Assert.Empty(hub.Comments);
    }

    [Theory]
    [InlineData("nothing", null, "'--base' names 'nothing'")]
    [InlineData("--output=x", null, "'--base' names '--output=x'")]
    [InlineData("main", "HEAD; true", "'--commit' names 'HEAD; true'")]
    public async Task ReviewAsync_NoSuchCommit_NamesIt(string from, string? commit, string expected)
    {
        Change();
        using var bedrock = ConverseServer.Finding();

        var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(bedrock, with => with with { Base = from, Commit = commit }));

        Assert.Equal(ErrorCodes.ReviewCommit, failure.Code);
        Assert.StartsWith(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviewAsync_NoRepositoryOrNoCommonCommit_SaysSo()
    {
        Change();
        using var bedrock = ConverseServer.Finding();
        using var folder = new TemporaryFolder();
        Repository.Git("checkout", "--quiet", "--orphan", "other");
        Repository.Commit();

        var outside = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(bedrock, with => with with { Folder = folder.Path }));
        var apart = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(bedrock));

        Assert.Equal((ErrorCodes.ReviewCommit, ErrorCodes.ReviewCommit), (outside.Code, apart.Code));
        Assert.Contains("is in no git repository", outside.Message, StringComparison.Ordinal);
        Assert.Contains("git fetch --unshallow", apart.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> WrongOptions { get; } = ["--max-tokens", "--max-cost", "--input-price", "--model", "--service", "--repository", "--name", "prices"];

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public async Task ReviewAsync_OptionsThatDoNotFit_AreRefusedBeforeAnythingIsSent(string option)
    {
        Change();
        using var bedrock = ConverseServer.Finding();
        await using var hub = new PullServer(PullService.Github);
        Func<PipelineReviewParameters, PipelineReviewParameters>[] changes = option switch
        {
            "--max-tokens" => [with => with with { MaxTokens = 100 }, with => with with { MaxTokens = 2_000_000 }],
            "--max-cost" => [with => with with { MaxCost = 0, InputPrice = 1, OutputPrice = 1 }, with => with with { MaxCost = 0.001m, InputPrice = 3, OutputPrice = 15 }],
            "--input-price" => [with => with with { InputPrice = -1, OutputPrice = 1 }],
            "--model" => [with => with with { Model = "" }, with => with with { Model = "a b" }, with => with with { Model = "../x" }],
            "--service" => [with => with with { Repository = "acme/shop" }, with => with with { Pull = 1 }, with => with with { Name = "shop" }],
            "--repository" => [with => OnHub(with, hub) with { Repository = null }],
            "--name" => [with => OnHub(with, hub) with { Name = null }],
            _ => [with => with with { MaxCost = 1 }, with => with with { InputPrice = 1 }, with => with with { OutputPrice = 1, MaxCost = 1 }],
        };

        foreach (var change in changes)
        {
            var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(bedrock, change));
            Assert.Equal(ErrorCodes.ReviewOption, failure.Code);
            Assert.Contains(option == "prices" ? "'--input-price' and '--output-price'" : $"'{option}'", failure.Message, StringComparison.Ordinal);
        }

        Assert.Empty(bedrock.Asked);
        Assert.Empty(hub.Asked);
    }

    private static string Kind(int status) => status switch
    {
        400 => "ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/",
        403 => "AccessDeniedException",
        404 => "ResourceNotFoundException",
        _ => "ModelTimeoutException",
    };
}
