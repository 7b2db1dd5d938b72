using Landfall.Config.Plan;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Tasks;

/// <summary>The environment variables and secrets that a service's <c>uses</c> inject.</summary>
internal static class UseVariables
{
    public static void AddTo(TaskSettings settings, LandfallStack stack, ServicePlan service)
    {
        foreach (var use in service.Uses)
        {
            Add(settings, stack, service, use);
        }
    }

    private static void Add(TaskSettings settings, LandfallStack stack, ServicePlan service, UsePlan use)
    {
        var (variables, prefix) = (settings.Environment, use.Prefix);
        switch (use.Kind)
        {
            case UseKind.Database:
                var database = new DatabaseValues(use.Target);
                variables[$"{prefix}_HOST"] = stack.Read(database.Host);
                variables[$"{prefix}_PORT"] = stack.Read(database.Port);
                variables[$"{prefix}_NAME"] = stack.Read(database.Database);
                settings.Secrets[$"{prefix}_USER"] = $"{stack.Read(database.SecretArn)}:username::";
                settings.Secrets[$"{prefix}_PASSWORD"] = $"{stack.Read(database.SecretArn)}:password::";
                break;
            case UseKind.Table:
                variables[$"{prefix}_TABLE"] = stack.Names.Table(use.Target);
                break;
            case UseKind.Bucket:
                variables[$"{prefix}_BUCKET"] = stack.Names.Bucket(use.Target);
                break;
            case UseKind.Queue or UseKind.QueueConsumer:
                var queue = stack.Plan.Queues.First(queue => queue.Name == use.Target);
                variables[$"{prefix}_QUEUE_URL"] = stack.Names.QueueUrl(queue);
                break;
            case UseKind.Secret:
                settings.Secrets[prefix] = stack.Read(new SecretValues(use.Target).Arn);
                break;
            case UseKind.Service:
                variables[$"{prefix}_URL"] = ServiceAddress.Of(stack, service, use.Target);
                break;
            case UseKind.Auth:
                variables[$"{prefix}_USER_POOL_ID"] = stack.Read(AuthValues.UserPoolId);
                variables[$"{prefix}_CLIENT_ID"] = stack.Read(AuthValues.ClientId);
                break;
            case UseKind.EmrCluster when stack.Plan.Network.Import?.EmrCluster is { } cluster:
                variables[$"{prefix}_CLUSTER_ID"] = cluster;
                break;
        }
    }
}
