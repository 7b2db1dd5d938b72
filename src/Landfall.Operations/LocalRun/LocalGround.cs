using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Aws.Secrets;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.LocalRun;

/// <summary>
/// What containers stand on: the environment as it is deployed to the local AWS. From there come the variables, by the names that
/// the task definitions have; so they are those of AWS by their making.
/// </summary>
/// <param name="project">The project and environment.</param>
/// <param name="context">Who runs it.</param>
internal sealed class LocalGround(Project project, OperationContext context)
{
    private string StampFile => Path.Combine(project.EnvironmentFolder, "local-run.stamp");

    /// <summary>Deploys to the local AWS, unless what is there is the file's already: an image that is another is none of its concern.</summary>
    /// <param name="parameters">What is run.</param>
    /// <returns>The local AWS.</returns>
    /// <exception cref="LandfallException">It cannot be deployed.</exception>
    public async Task<LocalAwsState> EnsureAsync(LocalRunParameters parameters)
    {
        var (state, _) = await new LocalAwsServer(context.Time).EnsureAsync(context.Watcher.Say, context.Stop).ConfigureAwait(false);
        var stamp = Stamp(state);
        await KeepOutOfGitAsync().ConfigureAwait(false);
        if (File.Exists(StampFile) && await File.ReadAllTextAsync(StampFile, context.Stop).ConfigureAwait(false) == stamp && await IsThereAsync().ConfigureAwait(false))
            return state;
        context.Watcher.Say($"Deploying '{project.Plan.Environment}' to the local AWS …");
        // Whatever the change does, it does it to what is gone with the next start of the local AWS.
        await new Deployer(context, "local run").DeployAsync(
            new DeployParameters(parameters.Folder, parameters.Environment, [], Local: true), new Agreed(Yes: true) { Accept = [Agreed.All] }).ConfigureAwait(false);
        await File.WriteAllTextAsync(InTheWay.OfFile(StampFile), stamp, context.Stop).ConfigureAwait(false);
        return state;
    }

    /// <summary>Reads the variables of services, values of secrets among them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="given">Values that go before.</param>
    /// <returns>By service (its name in AWS), then by variable.</returns>
    /// <exception cref="LandfallException">Secrets have no value.</exception>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ReadAsync(IReadOnlyList<ContainerServicePlan> services, IReadOnlyDictionary<string, string> given)
    {
        using var target = await Targets.OpenAsync(project.Plan, local: true, context.Time, context.Stop).ConfigureAwait(false);
        var reader = new SecretReader(target.Session);
        var client = new ContainerServiceClient(target.Session);
        var all = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var service in services)
        {
            var containers = await client.ListVariablesAsync($"{project.Plan.Prefix}-{service.Name}", context.Stop).ConfigureAwait(false);
            var definition = containers.First(container => container.Container == service.Name);
            await TellPasswordsAsync(target, service, definition).ConfigureAwait(false);
            var variables = definition.Values.ToDictionary(StringComparer.Ordinal);
            foreach (var (name, from) in definition.Secrets)
            {
                if (given.TryGetValue(name, out var value) || (value = await reader.ReadAsync(from, context.Stop).ConfigureAwait(false)) is not null)
                    variables[name] = value;
                else
                    missing.Add($"  {service.Title}: {name}{SetBy(service, name)}");
            }

            all[service.Name] = variables;
        }

        return missing.Count == 0 ? all : throw new LandfallException(
            ErrorCodes.LocalSecretMissing,
            $"These secrets have no value on this machine, and on AWS a task without them does not start either. Give each one, or write a line NAME=value into {Path.Combine(OwnState.WorkFolder, project.Plan.Environment, LocalRunOperation.ValuesFile)}:\n{string.Join('\n', missing)}");
    }

    /// <summary>A file with secrets may come to stand in Landfall's folder, and not every project's .gitignore names that.</summary>
    private async Task KeepOutOfGitAsync()
    {
        var file = Path.Combine(project.WorkFolder, ".gitignore");
        Directory.CreateDirectory(project.WorkFolder);
        if (!File.Exists(file))
            await File.WriteAllTextAsync(file, "*\n", context.Stop).ConfigureAwait(false);
    }

    /// <summary>A program may read a database's secret itself: there it finds the same user and password as in its variables.</summary>
    private async Task TellPasswordsAsync(AwsTarget target, ContainerServicePlan service, ContainerVariables definition)
    {
        foreach (var use in service.Uses.Where(use => use.Kind == UseKind.Database))
        {
            var arn = definition.Values.GetValueOrDefault($"{use.Prefix}_SECRET_ARN");
            var value = new JsonObject { ["username"] = LocalDatabase.User, ["password"] = LocalDatabase.Password };
            if (arn is not null)
                await new SecretsClient(target.Session).PutValueAsync(arn, value.ToJsonString(), context.Stop).ConfigureAwait(false);
        }
    }

    private string SetBy(ContainerServicePlan service, string variable) =>
        service.Uses.FirstOrDefault(use => use.Kind == UseKind.Secret && use.Prefix == variable) is { } use
            ? $"   landfall secret set --local --env {project.Plan.Environment} --name {use.Target}"
            : "";

    /// <summary>Somebody may have destroyed it by hand.</summary>
    private async Task<bool> IsThereAsync()
    {
        using var target = await Targets.OpenAsync(project.Plan, local: true, context.Time, context.Stop).ConfigureAwait(false);
        var stacks = (await EnvironmentStacks.ListAsync(target.Regions, project.Plan, context.Stop).ConfigureAwait(false)).Select(stack => stack.Name).ToHashSet(StringComparer.Ordinal);
        return project.Plan.Services.All(service => stacks.Contains(project.Plan.AwsNames.Stack(service.Name)));
    }

    private string Stamp(LocalAwsState state)
    {
        var plan = project.Plan with
        {
            Services = [.. project.Plan.Services.Select(service => service is ContainerServicePlan container ? container with { Image = container.Image with { Tag = null } } : service)],
        };
        var text = $"{LandfallVersion.Current}\n{state.Endpoint}\n{state.ProcessId}\n{state.Started:O}\n{PlanFile.Write(plan)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
