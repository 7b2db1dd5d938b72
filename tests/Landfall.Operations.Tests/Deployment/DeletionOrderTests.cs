using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DeletionOrderTests
{
    [Fact]
    public void Of_StacksThatShareNothing_ServicesBeforeFoundationsAndTheLastChangedFirst()
    {
        var stacks = new[] { Of("network", 0), Of("data", 1), Of("edge-global", 2), Of("edge", 3), Of("backend", 4), Of("frontend", 5) };

        Assert.Equal(["frontend", "backend", "edge", "edge-global", "data", "network"], Parts(stacks, []));
    }

    [Fact]
    public void Of_AddedStackChangedAfterItsReader_ReaderGoesFirst()
    {
        var stacks = new[] { Of("network", 0), Of("api", 1), Of("records", 2) };

        Assert.Equal(
            ["api", "records", "network"],
            Parts(stacks, new() { ["api"] = Template(takes: "/host"), ["records"] = Template(gives: "/host") }));
    }

    [Fact]
    public void Of_ChainOfReaders_GoesFromItsEnd()
    {
        var stacks = new[] { Of("a", 3), Of("b", 2), Of("c", 1) };

        Assert.Equal(
            ["c", "b", "a"],
            Parts(stacks, new() { ["c"] = Template(takes: "b"), ["b"] = Template(takes: "a", gives: "b"), ["a"] = Template(gives: "a") }));
    }

    [Fact]
    public void Of_StacksThatTakeFromEachOther_NamesEachOnce()
    {
        var stacks = new[] { Of("a", 1), Of("b", 2) };

        Assert.Equal(2, Parts(stacks, new() { ["a"] = Template("b", "a"), ["b"] = Template("a", "b") }).Distinct().Count());
    }

    [Fact]
    public void Waits_ServicesAndFoundations_OnlyReadersAndFoundationsWait()
    {
        var stacks = new[] { Of("network", 0), Of("data", 1), Of("api", 2), Of("mailer", 3), Of("records", 4) };
        var templates = stacks.ToDictionary(s => s.Name, _ => Template(), StringComparer.Ordinal);
        templates["shop-dev-api"] = Template(takes: "/host");
        templates["shop-dev-records"] = Template(gives: "/host");

        var waits = DeletionOrder.Waits(DeletionOrder.Of(stacks, templates), templates);

        Assert.Empty(waits["shop-dev-api"]);
        Assert.Empty(waits["shop-dev-mailer"]);
        Assert.Equal(["shop-dev-api"], waits["shop-dev-records"]);
        Assert.Equal(["shop-dev-api", "shop-dev-mailer", "shop-dev-records"], waits["shop-dev-data"].Order(StringComparer.Ordinal));
        Assert.Equal(4, waits["shop-dev-network"].Count);
    }

    private static IEnumerable<string> Parts(Stack[] stacks, Dictionary<string, StackTemplate> templates) =>
        DeletionOrder.Of(stacks, stacks.ToDictionary(s => s.Name, s => templates.GetValueOrDefault(s.Tags["landfall:part"], Template())))
            .Select(s => s.Tags["landfall:part"]);

    private static StackTemplate Template(string? takes = null, string? gives = null) => new(
        new HashSet<string>(gives is null ? [] : [gives]), new HashSet<string>(takes is null ? [] : [takes]), new HashSet<string>());

    private static Stack Of(string part, int minute) => new(
        $"shop-dev-{part}",
        "arn",
        "CREATE_COMPLETE",
        null,
        new DateTimeOffset(2026, 1, 1, 0, minute, 0, TimeSpan.Zero),
        false,
        new Dictionary<string, string>(),
        new Dictionary<string, string> { ["landfall:part"] = part },
        new Dictionary<string, string>());
}
