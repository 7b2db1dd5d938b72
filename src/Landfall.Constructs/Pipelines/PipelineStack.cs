using Amazon.CDK.AWS.Logs;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Storage;

namespace Landfall.Constructs.Pipelines;

/// <summary>
/// A pipeline on AWS: source, build, its own update, and for each environment the change, the approval and the deployment.
/// What it runs is the command line, with the passes, the lock and the gate that a person has.
/// </summary>
public class PipelineStack : LandfallStack
{
    // A pipeline run is not repeated from artifacts of last month: it starts again from the source.
    private const int ArtifactDays = 30;

    /// <summary>Creates the stack of the plan's pipeline.</summary>
    /// <param name="app">The app.</param>
    public PipelineStack(LandfallApp app)
        : base(app, app.Plan.Prefix, "pipeline", $"Pipeline of {app.Plan.App} from {app.Plan.Pipeline!.Source.Repository}", app.Plan.Pipeline.Region)
    {
        Pipeline = app.Plan.Pipeline!;
        LogGroupName = Plan.AwsNames.LogGroup("builds");
        _ = new CfnLogGroup(this, "Logs", new CfnLogGroupProps { LogGroupName = LogGroupName, RetentionInDays = Plan.Network.LogDays });
        var artifacts = PrivateBucket.Create(this, "Artifacts", Names.Bucket("artifacts"), logs: null, ArtifactDays);
        PrivateBucket.Policy(this, "Artifacts", artifacts);
        Accept(artifacts, "AwsSolutions-S1", "Only the pipeline reads and writes it, and CodePipeline keeps the history of its runs.");
        Delivery.Create(this, artifacts);
    }

    /// <summary>The pipeline.</summary>
    internal PipelinePlan Pipeline { get; }

    /// <summary>What the pipeline's steps run.</summary>
    internal PipelineCommands Commands => new(Pipeline);

    /// <summary>The log group of all its builds.</summary>
    internal string LogGroupName { get; }

    /// <summary>The log group's ARN.</summary>
    internal string LogGroupArn => Names.Arn("logs", $"log-group:{LogGroupName}");

    /// <summary>The ARN of the bucket that hands files from action to action.</summary>
    internal string ArtifactsArn => Names.BucketArn("artifacts");

    /// <summary>Permissions as statements of a policy.</summary>
    internal static IReadOnlyList<Statement> Statements(IEnumerable<Permission> permissions) =>
        [.. permissions.Select(permission => new Statement(permission.Actions, permission.Resources))];

    /// <summary>An environment's id in the template.</summary>
    internal static string IdOf(PipelineStagePlan stage) => ConstructId.From(stage.Environment);
}
