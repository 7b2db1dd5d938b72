using Landfall.Aws.Ec2;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Connecting;

/// <summary>
/// Opens an EMR cluster to a service, or closes it again: rules in the security group of the cluster's primary node, which is nobody's of
/// Landfall's stacks. So a deployment neither needs nor takes them, and clusters may come and go.
/// </summary>
internal sealed class ConnectEmrOperation : Operation<ConnectEmrParameters, EmrConnection>
{
    // Web addresses of YARN's resource manager and of the proxy in front of its applications (Flink's dashboard), as 'emr' in 'uses' opens.
    private static readonly int[] Ports = [8088, 20888];

    /// <inheritdoc />
    public override string Name => "connect emr";

    /// <inheritdoc />
    public override string Summary => "Open an EMR cluster's YARN and application pages (ports 8088 and 20888) to a service, or close them again.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<EmrConnection> RunAsync(ConnectEmrParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var service = ServiceOf(project.Plan, parameters.Service, parameters.Cluster);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await RunAsync(project, target, service, parameters, agreed, context).ConfigureAwait(false);
    }

    /// <summary>Does it in the AWS that the environment is in.</summary>
    internal async Task<EmrConnection> RunAsync(Project project, AwsTarget target, ServicePlan service, ConnectEmrParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = project.Plan;
        using var groups = new SecurityGroupClient(target.Session);
        var ground = await EmrGround.FindAsync(target, groups, plan, service, parameters.Cluster, context.Stop).ConfigureAwait(false);
        var mark = $"landfall connect emr: {service.Title} of {plan.App} {plan.Environment}";
        var there = ground.RulesOn(Ports);
        var step = parameters.Revoke
            ? [.. there.Where(rule => rule.Description == mark)]
            : Ports.Where(port => there.All(rule => rule.FromPort != port)).Select(port => new GroupRule(ground.ServiceGroup, port, port, mark)).ToList();
        if (parameters.Revoke && step.Count < there.Count)
        {
            var other = there.First(rule => rule.Description != mark);
            throw new LandfallException(ErrorCodes.EmrRuleForeign, $"{ground.ClusterGroup.Id} admits {service.Title} on port {other.FromPort} by a rule that 'landfall connect emr' did not make ('{other.Description}'). Whoever made it takes it away: a stack by a deployment, a person by 'aws ec2 revoke-security-group-ingress'. Nothing was closed.");
        }

        var connection = new EmrConnection(
            plan.App, plan.Environment, service.Title, parameters.Cluster, ground.ClusterGroup.Id, Ports, parameters.DryRun ? there.Count > 0 : !parameters.Revoke, step.Count > 0 && !parameters.DryRun, parameters.DryRun);
        if (!connection.Changed)
            return connection;
        await agreed.RequireAsync(QuestionOf(connection, parameters.Revoke), $"{parameters.Cluster} was left as it is.", context).ConfigureAwait(false);
        return await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            var (open, closed) = ($"{parameters.Cluster} admits it on {string.Join(" and ", step.Select(rule => rule.FromPort))}", $"{parameters.Cluster} does not admit it on {string.Join(" and ", step.Select(rule => rule.FromPort))}");
            record.Begin(parameters.Revoke ? new ChangedSubject(service.Title, open, closed) : new ChangedSubject(service.Title, closed, open));
            var change = parameters.Revoke ? groups.CloseAsync(ground.ClusterGroup.Id, step, context.Stop) : groups.OpenAsync(ground.ClusterGroup.Id, step, context.Stop);
            await change.ConfigureAwait(false);
            return connection;
        }).ConfigureAwait(false);
    }

    /// <summary>The service that is meant, which the file does not connect already.</summary>
    internal static ContainerServicePlan ServiceOf(AppPlan plan, string name, string cluster)
    {
        var service = ServiceChoice.Of(plan, [name])[0] as ContainerServicePlan
            ?? throw new LandfallException(ErrorCodes.ServiceNotRunning, $"'{name}' is a site, which has no tasks that could reach a cluster.");
        return plan.Network.Import?.EmrCluster == cluster && service.Uses.Any(use => use.Kind == UseKind.EmrCluster)
            ? throw new LandfallException(ErrorCodes.EmrConnectedByFile, $"The file connects '{service.Title}' and {cluster} already: 'emr' in its 'uses'. 'landfall deploy' opens the cluster to it, and closes it when that is taken away.")
            : service;
    }

    private static Question QuestionOf(EmrConnection connection, bool revoke) => new(
        revoke
            ? $"Close EMR cluster {connection.Cluster} to {connection.Service} of {connection.App} {connection.Environment}? Its program reaches the cluster's pages no longer."
            : $"Open EMR cluster {connection.Cluster} to {connection.Service} of {connection.App} {connection.Environment}? Its tasks reach ports {string.Join(" and ", connection.Ports)} of the cluster's primary node ({connection.SecurityGroup}).",
        "Add --yes to connect from a script.");
}
