using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Constructs.Tests.Properties;

namespace Landfall.Transitions.Tests;

/// <summary>Two valid plans of one environment: what runs and what is wanted next.</summary>
/// <param name="Before">What runs.</param>
/// <param name="After">What is wanted.</param>
internal sealed record Transition(AppPlan Before, AppPlan After)
{
    private static readonly string[] Domains = ["shop.example.com", "store.example.com"];

    /// <summary>Makes a transition from a seed: the same one every time.</summary>
    public static Transition Of(int seed)
    {
        var random = new Random(seed);
        var recipe = new PlanRecipe(random.Next(), Numbers(random, 7), Numbers(random, 5).DefaultIfEmpty(1).ToArray());
        var before = Finished(RandomPlan.Of(recipe), random);
        var after = Finished(RandomPlan.Of(Next(recipe, random)), random);

        // With dice of their own, so that a seed makes of everything else what it always has.
        var releases = new Random(~seed);
        return new Transition(WithReleases(before, releases), WithReleases(Allowed(before, after), releases));
    }

    /// <summary>What is in the one may be in the other, changed, moved or gone.</summary>
    private static PlanRecipe Next(PlanRecipe recipe, Random random) => new(
        RandomPlan.Chance(random, 50) ? random.Next() : recipe.Settings,
        Changed(recipe.Stores, random),
        Changed(recipe.Services, random).DefaultIfEmpty(2).ToArray());

    private static int[] Changed(IReadOnlyList<int> numbers, Random random)
    {
        var kept = numbers.Where(_ => RandomPlan.Chance(random, 75)).Select(n => RandomPlan.Chance(random, 25) ? random.Next() : n);
        return [.. kept, .. Numbers(random, 2)];
    }

    private static int[] Numbers(Random random, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next())];

    /// <summary>Adds what the random plans leave out: domains, ways to sign in, names of databases, paths that move.</summary>
    private static AppPlan Finished(AppPlan plan, Random random)
    {
        var domain = plan.Domain is null ? null : plan.Domain with
        {
            Name = Domains[random.Next(2)],
            CdnCertificate = RandomPlan.Chance(random, 50) ? "arn:aws:acm:us-east-1:111111111111:certificate/given" : null,
        };
        plan = plan with
        {
            Domain = domain,
            Auth = plan.Auth is null ? null : plan.Auth with { UserName = RandomPlan.Chance(random, 40) },
            Databases = [.. plan.Databases.Select(d => d with { DatabaseName = RandomPlan.Chance(random, 50) ? "shop" : d.DatabaseName })],
        };
        var webs = plan.Services.OfType<WebServicePlan>().Select(w => w.Name).ToArray();
        random.Shuffle(webs);
        var paths = webs.Select((name, i) => (name, Path: i == 0 ? "/*" : i % 2 == 0 ? $"/part-{i}/*" : $"/exact/{i}")).ToDictionary(p => p.name, p => p.Path, StringComparer.Ordinal);
        var routes = plan.Services.OfType<WebServicePlan>().Select(w => (w.Hosts.Count == 0 ? null : string.Join(',', w.Hosts), paths[w.Name])).ToList();
        var numbers = ListenerPriorities.Assign(routes);
        var next = 0;
        return plan with
        {
            Services = [.. plan.Services.Select(s => s is WebServicePlan web ? web with { Path = paths[web.Name], Priority = numbers[next++] } : s)],
        };
    }

    /// <summary>Leaves out what is refused: another network, another key of a table, what 'protect' has kept coming back.</summary>
    private static AppPlan Allowed(AppPlan before, AppPlan after) => after with
    {
        Network = after.Network with { Import = before.Network.Import },
        Services = before.Network.Import?.EmrCluster is null ? [.. after.Services.Select(WithoutCluster)] : after.Services,
        Tables = [.. after.Tables.Select(t => before.Tables.FirstOrDefault(b => b.Name == t.Name) is { } same ? t with { SortKey = same.SortKey } : t)],
    };

    private static AppPlan WithReleases(AppPlan plan, Random random) => plan with
    {
        Services =
        [
            .. plan.Services.Select(s => s is ScaledServicePlan scaled && RandomPlan.Chance(random, 50)
                ? scaled with { Release = new ReleasePlan(["migrate", $"{random.Next(2)}"], TimeSpan.FromMinutes(5)) }
                : s),
        ],
    };

    private static ServicePlan WithoutCluster(ServicePlan service) =>
        service with { Uses = [.. service.Uses.Where(u => u.Kind != UseKind.EmrCluster)] };
}
