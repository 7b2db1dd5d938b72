using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Pipelines.Reviews;
using Landfall.Operations.Tests.Changes;
using Landfall.Operations.Tests.Pipelines.PullRequests;

namespace Landfall.Operations.Tests.Pipelines.Reviews;

/// <summary>A repository with a change, and a model that reads it.</summary>
public abstract class ReviewTest : IDisposable
{
    private const string Model = "eu.amazon.nova-pro-v1:0";

    private protected ReviewRepository Repository { get; } = new();

    private protected HurriedTime Time { get; } = new();

    public void Dispose()
    {
        Repository.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Change() => Repository.With(("a.txt", "one\n")).Commit().With(("a.txt", "one\ntwo\n")).Commit();

    private protected static PipelineReviewParameters OnHub(PipelineReviewParameters with, PullServer hub, PullService service = PullService.Github) =>
        with with { Service = service, Repository = service == PullService.Gitlab ? "acme/team/shop" : "acme/shop", Pull = 12, Name = "shop", Api = hub.Url };

    private protected async Task<ReviewReport> RunAsync(ConverseServer bedrock, Func<PipelineReviewParameters, PipelineReviewParameters>? change = null)
    {
        var parameters = new PipelineReviewParameters(Repository.Folder, "main", null, Model, "eu-west-1", ReviewBudget.Usual, null, null, null, null, null, null, null, null, null, null, null, DryRun: false);
        using var session = new AwsSession("eu-west-1", Time, new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL_BEDROCK_RUNTIME" ? bedrock.Url : null);
        return await PipelineReviewOperation.ReviewAsync(
            change is null ? parameters : change(parameters), PullServer.Token, session, new OperationContext(new Caller("ada", "test"), new Answering(null), Time, TestContext.Current.CancellationToken));
    }
}
