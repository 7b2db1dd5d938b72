using System.Text.Json.Nodes;
using Landfall.Aws.Sessions;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Sessions;

/// <summary>Opens a session in a task of a service.</summary>
internal static class SessionOpener
{
    /// <summary>Runs a command in a container.</summary>
    /// <param name="parameters">Where.</param>
    /// <param name="operation">What it is called in the audit trail.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">Who opens it.</param>
    /// <returns>The session.</returns>
    public static Task<SessionTicket> OpenAsync(SessionPlace parameters, string operation, string command, OperationContext context) =>
        UseAsync(ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local), parameters, operation, "a session", command, Task.FromResult, context);

    /// <summary>Runs a command in a container, and attaches to it before that is in the audit trail.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="project">The project and environment.</param>
    /// <param name="parameters">Where.</param>
    /// <param name="operation">What it is called in the audit trail.</param>
    /// <param name="what">What it is for, in words for the audit trail.</param>
    /// <param name="command">The command.</param>
    /// <param name="use">Attaches to the session.</param>
    /// <param name="context">Who opens it.</param>
    /// <returns>What came of it.</returns>
    public static async Task<T> UseAsync<T>(
        Project project, SessionPlace parameters, string operation, string what, string command, Func<SessionTicket, Task<T>> use, OperationContext context)
    {
        var plan = project.Plan;
        var service = ServiceOf(plan, parameters.Service);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var task = await new OpenTasks(target, plan).FindAsync(service, parameters.Task, parameters.Container, context.Stop).ConfigureAwait(false);
        var client = new SessionClient(target.Session);
        return await new Recorder(project, target, operation, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(service.Title, null, $"{what} in {task.Container} of task {task.TaskId}"));
            var session = await client.ExecuteAsync(plan.AwsNames.Cluster, task.Task, task.Container, command, context.Stop).ConfigureAwait(false);
            return await use(SessionTicket.Of(plan, service, task, target, session, new JsonObject { ["Target"] = task.TargetIn(plan.AwsNames.Cluster) }, client.Endpoint)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Finds the service, which has to run tasks.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The service.</returns>
    public static ContainerServicePlan ServiceOf(AppPlan plan, string name) => ServiceChoice.Of(plan, [name])[0] as ContainerServicePlan
        ?? throw new LandfallException(ErrorCodes.SessionClosed, $"'{name}' is a site, of which nothing runs. Services and jobs take sessions.");
}
