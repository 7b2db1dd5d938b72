using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>Resolves the edges of the <c>uses</c> graph.</summary>
internal sealed class UseResolver(SettingsModel settings)
{
    private readonly NameIndex _index = new(settings);
    private readonly Identities _names = new(settings);

    /// <summary>What a service uses, with its queue, API or target first.</summary>
    public IReadOnlyList<UsePlan> Resolve(ServiceModel service)
    {
        var edges = new List<UsePlan>();
        if (service.Queue is { } queue)
        {
            edges.Add(new UsePlan(_names.Of(queue), UseKind.QueueConsumer, UseAccess.ReadWrite, Prefix(queue)));
        }

        if ((service.Api ?? service.Target) is { } target)
        {
            edges.Add(new UsePlan(_names.Of(target), UseKind.Service, UseAccess.ReadWrite, Prefix(target)));
        }

        foreach (var use in service.Uses)
        {
            edges.Add(new UsePlan(_names.Of(use.Name), _index.Find(use.Name)!.Value, use.Access, use.Prefix ?? Prefix(use.Name)));
        }

        return edges;
    }

    /// <summary>What injected variables begin with by default.</summary>
    public static string Prefix(string name) => name.ToUpperInvariant().Replace('-', '_');
}
