using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Aws.Sessions;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Restoring;
using Landfall.Operations.Status;

namespace Landfall.Operations.Sessions;

/// <summary>
/// Opens a tunnel from this machine to a database or a service, through a task that may reach it. No port is opened in AWS: the
/// task's agent keeps a connection to Systems Manager, and the tunnel is in that (AWS Systems Manager User Guide, "Start a
/// session", port forwarding to a remote host).
/// </summary>
internal sealed class TunnelOperation : Operation<TunnelParameters, SessionTicket>
{
    private const string ToHost = "AWS-StartPortForwardingSessionToRemoteHost";
    private const string ToContainer = "AWS-StartPortForwardingSession";

    /// <inheritdoc />
    public override string Name => "tunnel";

    /// <inheritdoc />
    public override string Summary => "Open a tunnel from a port of this machine to a private database or service, through a task that may reach it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.PersonOnly;

    /// <inheritdoc />
    public override async Task<SessionTicket> RunAsync(TunnelParameters parameters, Agreed agreed, OperationContext context)
    {
        if (parameters.Port is < 1 or > 65535)
            throw new LandfallException(ErrorCodes.SessionClosed, $"{parameters.Port} is not a port: 1 to 65535.");
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var plan = project.Plan;
        var database = DatabaseChoice.Find(plan, parameters.To);
        var service = database is null ? SessionOpener.ServiceOf(plan, parameters.To) : Through(plan, database, parameters.Through);
        if (database is null && parameters.Through is { } through)
            throw new LandfallException(ErrorCodes.SessionClosed, $"A tunnel to a service leads into a task of its own. Leave '--through {through}' out.");
        if (database is null && parameters.Copy is not null)
            throw new LandfallException(ErrorCodes.SessionClosed, $"'{parameters.To}' is a service, and has no copies. Leave '--copy {parameters.Copy}' out.");
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var end = database is null ? OfService(service, parameters.Port) : await OfDatabaseAsync(target, plan, database, parameters, context.Stop).ConfigureAwait(false);
        var task = await new OpenTasks(target, plan).FindAsync(service, null, null, context.Stop).ConfigureAwait(false);
        var client = new SessionClient(target.Session);
        var request = Request(task.TargetIn(plan.AwsNames.Cluster), end);
        var session = await new Recorder(project, target, Name, context).RunAsync(record =>
        {
            record.Begin(new ChangedSubject(parameters.To, null, $"a tunnel through {task.Container} of task {task.TaskId}"));
            return client.StartAsync(request, context.Stop);
        }).ConfigureAwait(false);
        return SessionTicket.Of(plan, service, task, target, session, request, client.Endpoint) with { Tunnel = end };
    }

    /// <summary>What Session Manager is asked for.</summary>
    internal static JsonObject Request(string target, TunnelEnd end)
    {
        var parameters = new JsonObject { ["portNumber"] = Text(end.Port), ["localPortNumber"] = Text(end.LocalPort) };
        if (end.Database is not null)
            parameters["host"] = new JsonArray(end.Host);
        return new JsonObject { ["Target"] = target, ["DocumentName"] = end.Database is null ? ToContainer : ToHost, ["Parameters"] = parameters };

        static JsonArray Text(int port) => new(port.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Finds the service through whose task a database is reached.</summary>
    internal static ContainerServicePlan Through(AppPlan plan, DatabasePlan database, string? name)
    {
        var users = plan.Services.OfType<ContainerServicePlan>().Where(one => one.Uses.Any(use => use.Kind == UseKind.Database && use.Target == database.Name)).ToList();
        if (name is not null)
        {
            var named = SessionOpener.ServiceOf(plan, name);
            return users.Contains(named) ? named : throw new LandfallException(ErrorCodes.SessionClosed, $"'{name}' does not use '{database.Title}', so that its tasks cannot reach it. {Which(users)}");
        }

        return users.Find(one => one.Task.Exec && one is not JobServicePlan) ?? users.Find(one => one.Task.Exec)
            ?? throw new LandfallException(ErrorCodes.SessionClosed, $"No service that uses '{database.Title}' takes sessions. {Which(users)} Write 'exec: true' in the part of one and deploy.");
    }

    private static string Which(IReadOnlyCollection<ContainerServicePlan> users) =>
        users.Count == 0 ? "No service uses it." : $"These use it: {string.Join(", ", users.Select(one => one.Title).Order(StringComparer.Ordinal))}.";

    private static TunnelEnd OfService(ContainerServicePlan service, int? local)
    {
        var port = service switch
        {
            WebServicePlan web => web.Port,
            InternalServicePlan inner => inner.Port,
            _ => throw new LandfallException(ErrorCodes.SessionClosed, $"'{service.Title}' listens on no port. Web and internal services do."),
        };
        return new TunnelEnd(local ?? port, "127.0.0.1", port, null, null);
    }

    private static async Task<TunnelEnd> OfDatabaseAsync(AwsTarget target, AppPlan plan, DatabasePlan database, TunnelParameters parameters, CancellationToken stop)
    {
        var names = new PublishedAddresses(plan);
        string[] wanted = [.. new[] { "host", "port", "name", "secret-arn" }.Select(part => names.Database(database.Name, part))];
        using var store = new ParameterStore(target.Session);
        var values = await store.ReadAsync(wanted, stop).ConfigureAwait(false);
        if (!wanted.All(values.ContainsKey))
            throw NotDeployed.Of(plan, database.Title);
        var port = int.Parse(values[wanted[1]], CultureInfo.InvariantCulture);
        var end = new TunnelEnd(parameters.Port ?? port, values[wanted[0]], port, values[wanted[2]], values[wanted[3]]);
        return parameters.Copy is { } copy ? await OfCopyAsync(end, target, plan, database, copy, stop).ConfigureAwait(false) : end;
    }

    /// <summary>A copy has the original's security groups, so that whatever task reaches that one reaches it.</summary>
    internal static async Task<TunnelEnd> OfCopyAsync(TunnelEnd original, AwsTarget target, AppPlan plan, DatabasePlan database, string name, CancellationToken stop)
    {
        using var restorable = new RestorableDatabase(plan, database, target);
        var points = await restorable.ReadAsync(stop).ConfigureAwait(false);
        var copy = points.Copies.FirstOrDefault(one => one.Name == name) ?? throw DataRestoreOperation.CopyUnknown(points, name);
        return copy is { Host: { } host, Port: { } port, Secret: { } secret }
            ? original with { Host = host, Port = port, Secret = secret }
            : throw new LandfallException(ErrorCodes.SessionClosed, $"{name} is '{copy.State}', and has no address or password yet. 'landfall data restore {database.Title} --finish {name}' waits for them.");
    }
}
