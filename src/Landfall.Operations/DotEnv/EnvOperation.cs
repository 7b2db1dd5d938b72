using Landfall.Aws.Containers;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.DotEnv;

/// <summary>
/// Writes what a deployed service or site reads from its environment into a file <c>.env</c>: a site is built with it, a service
/// runs with it on somebody's machine. Secrets stay where they are.
/// </summary>
internal sealed class EnvOperation : Operation<EnvParameters, EnvFile>
{
    /// <inheritdoc />
    public override string Name => "env";

    /// <inheritdoc />
    public override string Summary => "Write the variables of a deployed service or site into a file .env, without secrets.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<EnvFile> RunAsync(EnvParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var service = ServiceChoice.Of(project.Plan, [parameters.Service])[0];
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var found = service switch
        {
            SiteServicePlan site => await OfSiteAsync(target, project, site, parameters.Prefix, context.Stop).ConfigureAwait(false),
            ContainerServicePlan and not JobServicePlan => await OfServiceAsync(target, project.Plan, service, context.Stop).ConfigureAwait(false),
            _ => throw new LandfallException(ErrorCodes.ServiceUnknown, $"'{service.Title}' keeps no task running that tells its variables. Services and sites do."),
        };
        if (parameters.DryRun)
            return found;
        var file = Path.GetFullPath(parameters.To ?? Path.Combine(project.Root, FolderOf(service), ".env"));
        await File.WriteAllTextAsync(file, EnvLines.Merge(File.Exists(file) ? await File.ReadAllTextAsync(file, context.Stop).ConfigureAwait(false) : "", found.Variables), context.Stop).ConfigureAwait(false);
        return found with { File = file };
    }

    private static string FolderOf(ServicePlan service) => service switch
    {
        SiteServicePlan site => site.Source,
        ContainerServicePlan { Image.Build: { } build } => build.Context,
        _ => throw new LandfallException(ErrorCodes.AnswerNeeded, $"'{service.Title}' has no folder in this project: name the file with --to."),
    };

    /// <summary>Where the API is, and whom to sign in with.</summary>
    private static async Task<EnvFile> OfSiteAsync(AwsTarget target, Project project, SiteServicePlan site, string? prefix, CancellationToken stop)
    {
        var plan = project.Plan;
        var stacks = await EnvironmentStacks.ListAsync(target.Regions, plan, stop).ConfigureAwait(false);
        var edge = stacks.FirstOrDefault(stack => stack.Name == StackNames.Edge(plan))?.Outputs ?? throw NotDeployed(plan, site);
        var before = prefix ?? BrowserPrefix.Of(Path.Combine(project.Root, site.Source));
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Put("AWS_REGION", plan.Region);
        Put("API_URL", edge.GetValueOrDefault("Url"));
        Put("AUTH_USER_POOL_ID", edge.GetValueOrDefault("UserPoolId"));
        Put("AUTH_CLIENT_ID", edge.GetValueOrDefault("UserPoolClientId"));
        return new EnvFile(site.Title, File: null, variables, new Dictionary<string, string>());

        void Put(string name, string? value)
        {
            if (value is not null)
                variables[before + name] = value;
        }
    }

    private static async Task<EnvFile> OfServiceAsync(AwsTarget target, AppPlan plan, ServicePlan service, CancellationToken stop)
    {
        var client = new ContainerServiceClient(target.Session);
        var running = await client.FindServiceAsync(plan.AwsNames.Cluster, service.Name, stop).ConfigureAwait(false) ?? throw NotDeployed(plan, service);
        var containers = await client.ListVariablesAsync(running.TaskDefinition, stop).ConfigureAwait(false);
        var own = containers.FirstOrDefault(container => container.Container == service.Name) ?? containers[0];
        return new EnvFile(
            service.Title, File: null, new SortedDictionary<string, string>(own.Values.ToDictionary(), StringComparer.Ordinal), new SortedDictionary<string, string>(own.Secrets.ToDictionary(), StringComparer.Ordinal));
    }

    private static LandfallException NotDeployed(AppPlan plan, ServicePlan service) =>
        new(ErrorCodes.NotDeployed, $"'{service.Title}' is not deployed to '{plan.Environment}' yet, so nothing is known of it. Deploy first: landfall deploy --env {plan.Environment}.");
}
