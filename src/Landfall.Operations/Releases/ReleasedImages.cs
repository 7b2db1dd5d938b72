using System.Text.Json.Nodes;
using Landfall.Aws;
using Landfall.Aws.SystemsManager;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Config.Values;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Releases;

/// <summary>
/// The parameters with released images. They belong to no stack: a deployment makes one where there is none, and takes it back
/// with the service; what is in it is a release's (ADR 22).
/// </summary>
/// <param name="session">The account and region.</param>
/// <param name="plan">The environment.</param>
internal sealed class ReleasedImages(AwsSession session, AppPlan plan)
{
    /// <summary>Whether a name is that of such a parameter.</summary>
    /// <param name="name">For example <c>/shop/dev/services/api/image</c>.</param>
    /// <returns>True for one of any environment.</returns>
    public static bool IsName(string name) => name.Split('/') is ["", _, _, "services", _, AwsNames.ImagePart];

    /// <summary>Finds the parameters that a template reads.</summary>
    /// <param name="template">The template.</param>
    /// <returns>Template parameters with the names of those in Parameter Store.</returns>
    public static IEnumerable<(string Parameter, string Name)> In(JsonObject template) =>
        from parameter in template.Section("Parameters")
        where Publications.IsParameterStore(parameter.Entry) && parameter.Entry["Default"] is JsonValue name && IsName(name.ToString())
        select (parameter.Id, parameter.Entry["Default"]!.ToString());

    /// <summary>Reads what stands in them now, which nobody's template says.</summary>
    /// <param name="session">The account and region.</param>
    /// <param name="stacks">The stacks that run.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The stacks, those that read such a parameter with its value.</returns>
    public static async Task<IReadOnlyList<DeployedStack>> AddAsync(AwsSession session, IReadOnlyList<DeployedStack> stacks, CancellationToken stop)
    {
        var names = stacks.SelectMany(stack => In(stack.Template)).Select(read => read.Name).ToList();
        if (names.Count == 0)
            return stacks;
        using var store = new ParameterStore(session);
        var values = await store.ReadAsync(names, stop).ConfigureAwait(false);
        return [.. stacks.Select(stack => In(stack.Template).ToList() is { Count: > 0 } read
            ? stack with { Released = read.Where(r => values.ContainsKey(r.Name)).ToDictionary(r => r.Name, r => values[r.Name], StringComparer.Ordinal) }
            : stack)];
    }

    /// <summary>
    /// The image before the first release: the one that the service runs so far, where the tasks may go on pulling it, and none
    /// otherwise.
    /// </summary>
    /// <param name="running">What runs.</param>
    /// <param name="stack">The service's stack.</param>
    /// <returns>What a deployment writes where nothing has been released.</returns>
    public static string First(Running running, string stack)
    {
        var definition = running.Resources(stack).GetValueOrDefault("TaskDefinition")?.Properties;
        return (string?)definition?["ContainerDefinitions"]?[0]?["Image"] is { } image && EcrReference.Find(image) is { } own && own.Repository.Replace('/', '-') == stack
            ? image
            : AwsNames.NoImage;
    }

    /// <summary>Makes those that stacks read and that are not there; one that is there stays as it is.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <param name="wanted">The stacks that are about to be deployed.</param>
    /// <param name="stop">Gives up.</param>
    public async Task EnsureAsync(IReadOnlyList<DeployedStack> deployed, IEnumerable<AssemblyStack> wanted, CancellationToken stop)
    {
        var known = deployed.SelectMany(stack => stack.Released.Keys).ToHashSet(StringComparer.Ordinal);
        var missing = wanted.SelectMany(stack => In(stack.Template).Select(read => (Stack: stack.Name, read.Name))).Where(read => !known.Contains(read.Name)).ToList();
        if (missing.Count == 0)
            return;
        var running = new Running([.. deployed.Where(stack => stack.HasContents)]);
        using var store = new ParameterStore(session);
        foreach (var (stack, name) in missing)
            await store.TryCreateAsync(name, First(running, stack), stop).ConfigureAwait(false);
    }

    /// <summary>Takes back those of services that are gone, or whose images come another way now.</summary>
    /// <param name="deployed">The environment's stacks as they were.</param>
    /// <param name="removes">Whether stacks that are no longer wanted are gone.</param>
    /// <param name="stop">Gives up.</param>
    public async Task TidyAsync(IReadOnlyList<DeployedStack> deployed, bool removes, CancellationToken stop)
    {
        var wanted = plan.Services.OfType<ContainerServicePlan>().Where(service => service.Image.Released).Select(service => plan.AwsNames.ImageParameter(service.Name)).ToHashSet(StringComparer.Ordinal);
        var services = plan.Services.Select(service => plan.AwsNames.Stack(service.Name)).ToHashSet(StringComparer.Ordinal);
        using var store = new ParameterStore(session);
        foreach (var name in deployed.Where(stack => removes || services.Contains(stack.Name)).SelectMany(stack => In(stack.Template)).Select(read => read.Name).Where(name => !wanted.Contains(name)))
            await store.DeleteAsync(name, stop).ConfigureAwait(false);
    }

    /// <summary>Takes all of the environment back, once no stack is left.</summary>
    /// <param name="stop">Gives up.</param>
    public async Task DeleteAsync(CancellationToken stop)
    {
        using var store = new ParameterStore(session);
        foreach (var name in (await store.ListAsync($"{plan.ParameterRoot}/services", stop).ConfigureAwait(false)).Keys.Where(IsName))
            await store.DeleteAsync(name, stop).ConfigureAwait(false);
    }
}
