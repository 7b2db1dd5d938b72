using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Resolution;

namespace Landfall.Config.Tests.Resolution;

public class ListenerPrioritiesTests
{
    [Fact]
    public void Assign_RoutesOfDifferentSpecificity_PutsTheMoreSpecificFirst()
    {
        (string? Host, string Path)[] routes =
        [
            ("a.example.com", "/api/*"), ("a.example.com", "/*"), (null, "/api/v1/*"), (null, "/api/*"), (null, "/api"), (null, "/*"),
        ];

        var priorities = ListenerPriorities.Assign(routes);

        // "/api" is shorter than "/api/*" up to the wildcard, so it comes after it; neither matches the other's requests.
        Assert.Equal([0, 1, 2, 3, 4, 5], Enumerable.Range(0, 6).OrderBy(i => priorities[i]));
    }

    /// <summary>Another service's coming or going leaves a rule where it is, unless the two hash to one place.</summary>
    [Fact]
    public void Assign_RoutesAddedOrRemoved_KeepsThePriorityOfTheOthers()
    {
        (string? Host, string Path)[] all = [.. Enumerable.Range(0, 40).Select(i => ((string?)null, $"/service-{i}/*"))];
        var together = ListenerPriorities.Assign(all);

        var alone = all.Select(route => ListenerPriorities.Assign([route])[0]).ToArray();

        // Forty routes, most of one specificity, share 400 priorities, so a few of them do collide.
        Assert.InRange(together.Zip(alone).Count(pair => pair.First != pair.Second), 0, 4);
    }

    [Fact]
    public void Assign_MoreRoutesThanABandHas_StillGivesDifferentPriorities()
    {
        var priorities = ListenerPriorities.Assign([.. Enumerable.Range(10, 80).Select(i => ((string?)null, $"/a-rather-long-path-of-a-service-{i}/*"))]);

        Assert.Equal(80, priorities.Distinct().Count());
    }

    [Fact]
    public void Assign_AnyRoutes_GivesDifferentPrioritiesThatTheLoadBalancerTakes() =>
        Prop.ForAll(Gen.Choose(0, 300).Select(i => ((string?)(i % 3 == 0 ? $"h{i}.example.com" : null), $"/{new string('p', i % 130)}{(i % 2 == 0 ? "*" : "")}")).ListOf().ToArbitrary(), routes =>
        {
            var priorities = ListenerPriorities.Assign([.. routes.Take(40)]);
            return priorities.Distinct().Count() == priorities.Length && priorities.All(priority => priority is >= 1 and <= 50_000);
        }).Check(PropertyRuns.Of());
}
