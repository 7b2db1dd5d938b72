using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Landfall.Aws.Containers;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.OneOff;

/// <summary>Runs a command as a task of its own, with all that the tasks of a deployed service have.</summary>
internal sealed class RunOperation : Operation<RunParameters, RunReport>
{
    // What starts the task, as ECS lists it.
    private const string StartedBy = "landfall-run";

    /// <inheritdoc />
    public override string Name => "run";

    /// <inheritdoc />
    public override string Summary => "Run a command once with a service's image, network, role, variables and secrets: show what it writes, and end with its exit code.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<RunReport> RunAsync(RunParameters parameters, Agreed agreed, OperationContext context)
    {
        var variables = RunVariables.Read(parameters.Variables, parameters.Secrets.Keys);
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var plan = project.Plan;
        var service = ServiceChoice.Of(plan, [parameters.Service])[0] as ContainerServicePlan
            ?? throw new LandfallException(ErrorCodes.RunChoice, $"'{parameters.Service}' is a site, which runs nothing. Services and jobs do.");
        var command = CommandOf(parameters, service);
        Require(plan, parameters.Secrets);
        var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return new RunReport(plan.App, plan.Environment, service.Title, StepsAsync(target, project, service, parameters, new ContainerOverride(service.Name, command, variables), context, context.Stop));
    }

    private static IReadOnlyList<string> CommandOf(RunParameters parameters, ContainerServicePlan service)
    {
        var given = parameters.Command?.Trim() ?? "";
        return (parameters.Release, given.Length > 0) switch
        {
            (true, true) => throw new LandfallException(ErrorCodes.RunChoice, $"The release command is the one in the file: leave '{given}' out, or '--release'."),
            (true, false) => [],
            (false, true) => parameters.Shell ? ["sh", "-c", given] : ShellWords.Split(given),
            _ when service is JobServicePlan => [],
            _ => throw new LandfallException(ErrorCodes.RunChoice, $"Nothing says what to run: landfall run {service.Title} \"…\". Without a command only a job runs, and a release command with '--release'."),
        };
    }

    /// <summary>Without a way to Secrets Manager ECS waits for a secret's value for minutes, and the task does not start.</summary>
    private static void Require(AppPlan plan, IReadOnlyDictionary<string, string> secrets)
    {
        if (secrets.FirstOrDefault(secret => secret.Value.Length == 0).Key is { } empty)
            throw new LandfallException(ErrorCodes.RunChoice, $"There is no value for '{empty}'. Type one, or give it on standard input.");
        if (secrets.Count > 0 && plan.Network.Nat == NatMode.None && !EndpointNeeds.Of(plan).Contains("secretsmanager"))
            throw new LandfallException(ErrorCodes.RunChoice, $"Tasks of '{plan.Environment}' have no way to Secrets Manager: 'network.nat' is none, and no service uses a secret, so that there is no endpoint for it. Use a secret or a database in the file and deploy, or leave '--secret-var' out.");
    }

    private static async IAsyncEnumerable<RunStep> StepsAsync(
        AwsTarget target, Project project, ContainerServicePlan service, RunParameters parameters, ContainerOverride given, OperationContext context, [EnumeratorCancellation] CancellationToken stop)
    {
        using (target)
        {
            var plan = project.Plan;
            var sources = new RunSources(target, plan);
            var source = await (parameters.Release ? sources.OfReleaseAsync(service, stop) : sources.OfServiceAsync(service, stop)).ConfigureAwait(false);
            var definition = new RunDefinition(await new TaskDefinitionClient(target.Session).ReadAsync(source.TaskDefinition, stop).ConfigureAwait(false), service.Name);
            Require(definition, service, given);
            var secret = parameters.Secrets.Count == 0 ? null : await TemporarySecret.MakeAsync(target.Session, plan.AwsNames, definition, parameters.Secrets).ConfigureAwait(false);
            var start = new TaskStart(
                source.Cluster, secret?.TaskDefinition ?? source.TaskDefinition, source.Subnets, source.SecurityGroups, StartedBy, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)))
            {
                Override = given,
            };
            var run = new TaskRun(target, start, definition.Log, service.Title, context);
            var task = await new Recorder(project, target, "run", context).RunAsync(async record =>
            {
                record.Begin(new ChangedSubject(service.Title, null, null));
                var arn = await run.StartAsync(secret, stop).ConfigureAwait(false);
                record.Became(service.Title, $"a command in task {arn[(arn.LastIndexOf('/') + 1)..]}"); // not which: there may be secrets in it
                return arn;
            }).ConfigureAwait(false);
            await foreach (var step in run.StepsAsync(task, secret, parameters.Detach, stop).ConfigureAwait(false))
                yield return step;
        }
    }

    private static void Require(RunDefinition definition, ContainerServicePlan service, ContainerOverride given)
    {
        if (definition.Image == AwsNames.NoImage)
            throw new LandfallException(ErrorCodes.RunChoice, $"'{service.Title}' has no image yet. Release one first: landfall release {service.Title} --image …");
        if (given.Environment.Keys.FirstOrDefault(definition.Secrets.Contains) is { } secret)
            throw new LandfallException(ErrorCodes.RunChoice, $"'{secret}' is a secret of '{service.Title}'. Give it another value with --secret-var {secret}, which nobody sees.");
        if (given.ToJson().ToJsonString().Length is var length && length > ContainerOverride.MostCharacters)
            throw new LandfallException(ErrorCodes.RunChoice, $"Command and variables are {length} characters as ECS counts them, and it takes {ContainerOverride.MostCharacters}. Put what is long into the image, or into a bucket that the service uses.");
    }
}
