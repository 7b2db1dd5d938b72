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
        var (variables, secrets) = (settings.Environment, settings.Secrets);
        switch (use.Kind, InjectedVariables.Of(use))
        {
            case (UseKind.Database, [var host, var port, var name, var user, var password, var arn]):
                var database = new DatabaseValues(use.Target);
                variables[host] = stack.Read(database.Host);
                variables[port] = stack.Read(database.Port);
                variables[name] = stack.Read(database.Database);
                secrets[user] = $"{stack.Read(database.SecretArn)}:username::";
                secrets[password] = $"{stack.Read(database.SecretArn)}:password::";
                variables[arn] = stack.Read(database.SecretArn);
                break;
            case (UseKind.Table, [var table]):
                variables[table] = stack.Names.Table(use.Target);
                break;
            case (UseKind.Bucket, [var bucket]):
                variables[bucket] = stack.Names.Bucket(use.Target);
                break;
            case (UseKind.Queue or UseKind.QueueConsumer, [var url]):
                variables[url] = stack.Names.QueueUrl(stack.Plan.Queues.First(queue => queue.Name == use.Target));
                break;
            case (UseKind.Secret, [var secret]):
                secrets[secret] = stack.Read(new SecretValues(use.Target).Arn);
                break;
            case (UseKind.Service or UseKind.Telemetry, [var url]):
                variables[url] = ServiceAddress.Of(stack, service, use.Target);
                break;
            case (UseKind.Auth, [var pool, var client]):
                variables[pool] = stack.Read(AuthValues.UserPoolId);
                variables[client] = stack.Read(AuthValues.ClientId);
                break;
            case (UseKind.EmrCluster, [var id]):
                variables[id] = stack.Plan.Network.Import!.EmrCluster!;
                break;
            default:
                throw new InvalidOperationException($"'{use.Kind}' does not inject {string.Join(", ", InjectedVariables.Of(use))}.");
        }
    }
}
