using Landfall.Aws.CloudFormation;
using Landfall.Aws.SystemsManager;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Status;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Sources;

/// <summary>The services that ECS keeps running: missing and failing tasks, rollouts.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
internal sealed class ServiceSource(AwsTarget target, AppPlan plan) : ISignalSource
{
    private readonly IReadOnlyList<ContainerServicePlan> _services = [.. plan.Services.OfType<ContainerServicePlan>().Where(service => service is not JobServicePlan)];

    /// <inheritdoc />
    public string Name => "ECS services";

    /// <inheritdoc />
    public async Task<SourceReading> ReadAsync(DateTimeOffset now, CancellationToken stop)
    {
        using var calls = new BoundedCalls(stop);
        var read = new ServiceReader(target.Session, plan.AwsNames.Cluster, calls).ReadAsync([.. _services.Select(service => service.Name)], stop);
        var stacks = calls.AskAsync<IReadOnlyList<Stack>>("stacks", async () => await EnvironmentStacks.ListAsync(target.Regions, plan, stop).ConfigureAwait(false));
        var images = ImagesAsync(calls, stop);
        await Task.WhenAll(read, stacks, images).ConfigureAwait(false);

        var (facts, published) = (await read.ConfigureAwait(false), await images.ConfigureAwait(false));
        var byName = (await stacks.ConfigureAwait(false) ?? []).ToDictionary(stack => stack.Name, StringComparer.Ordinal);
        var signals = _services.Select(service => ServiceSignals.Of(
            service,
            ServiceStatus.Of(plan, service, facts.GetValueOrDefault(service.Name), byName.GetValueOrDefault(plan.AwsNames.Stack(service.Name)), published),
            facts.GetValueOrDefault(service.Name),
            now)).ToList();
        return new SourceReading(Name)
        {
            Signals = [.. signals.SelectMany(one => one.Signals)],
            Changes = [.. signals.SelectMany(one => one.Changes)],
            Symptoms = [.. signals.SelectMany(one => one.Symptoms)],
            Gaps = [.. calls.Unread.Select(part => new Gap(Name, part.What, part.Reason))],
        };
    }

    /// <summary>What was released to the services whose image others release.</summary>
    private async Task<IReadOnlyDictionary<string, string>> ImagesAsync(BoundedCalls calls, CancellationToken stop)
    {
        var nothing = new Dictionary<string, string>();
        string[] names = [.. _services.Where(service => service.Image.Released).Select(service => plan.AwsNames.ImageParameter(service.Name))];
        if (names.Length == 0)
            return nothing;
        return await calls.AskAsync<IReadOnlyDictionary<string, string>>("released images", async () =>
        {
            using var store = new ParameterStore(target.Session);
            return await store.ReadAsync(names, stop).ConfigureAwait(false);
        }).ConfigureAwait(false) ?? nothing;
    }
}
