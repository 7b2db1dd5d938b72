using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Stacks;

/// <summary>
/// The interface endpoints that tasks without a way to the internet need: one for each AWS service that a role of theirs may
/// call, or that ECS calls from where they are (Amazon ECS Developer Guide, "Amazon ECS interface VPC endpoints"). A mounted
/// file system is reached by its mount targets, no role reads Parameter Store, and a user pool with sign-in pages is not
/// reached by an endpoint at all (Amazon Cognito Developer Guide, "Access Amazon Cognito using an interface endpoint").
/// </summary>
internal static class EndpointNeeds
{
    /// <summary>Names them.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Endpoint names such as <c>ecr.api</c>, in order of name.</returns>
    public static IReadOnlyList<string> Of(AppPlan plan)
    {
        var services = plan.Services.OfType<ContainerServicePlan>().ToList();
        var kinds = services.SelectMany(service => service.Uses).Select(use => use.Kind).ToHashSet();
        var fromEcr = services.Any(service => service.Image.Repository is not null
            || TaskImages.Of(plan, service).Any(image => EcrReference.Find(image) is not null));
        (string Name, bool Needed)[] all =
        [
            ("aps-workspaces", plan.Telemetry?.Backend == TelemetryBackend.Amp && services.Count > 0),
            ("ecr.api", fromEcr),
            ("ecr.dkr", fromEcr),
            ("elasticmapreduce", kinds.Contains(UseKind.EmrCluster)),
            ("logs", services.Count > 0),
            ("rds-data", plan.Databases.Any(database => database.DataApi) && kinds.Contains(UseKind.Database)),
            ("secretsmanager", kinds.Contains(UseKind.Database) || kinds.Contains(UseKind.Secret) || plan.Telemetry?.Token is not null || services.Any(CheckSecrets.Any)),
            ("sqs", kinds.Contains(UseKind.Queue) || kinds.Contains(UseKind.QueueConsumer)),
            ("ssmmessages", services.Any(service => service.Task.Exec)),
            ("xray", plan.Telemetry is { Backend: TelemetryBackend.Cloudwatch } telemetry && telemetry.Signals.Contains(TelemetrySignal.Traces)),
        ];
        return [.. all.Where(endpoint => endpoint.Needed).Select(endpoint => endpoint.Name)];
    }
}
