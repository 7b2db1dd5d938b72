using System.Text.Json.Nodes;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Changes;

public class RenameHintTests
{
    [Theory]
    [InlineData("tables/audit", "tables/ledger", "Audit", "Ledger", "table")]
    [InlineData("buckets/uploads", "buckets/pictures", "Uploads", "Pictures", "bucket")]
    [InlineData("queues/emails", "queues/letters", "Emails", "Letters", "queue")]
    [InlineData("databases/orders", "databases/sales", "Orders", "Sales", "database")]
    public void Find_OneGoesAndOneLikeItComes_AsksWhetherItIsTheSame(string path, string other, string id, string otherId, string kind)
    {
        var (deployed, wanted) = Renamed("shop-dev-data", path, other, id, otherId);

        var change = ChangeFinder.Find("dev", deployed, wanted, []);

        Assert.Equal([new RenameHint(kind, other.Split('/')[1], path.Split('/')[1])], change.Hints);
        Assert.Contains(ChangeText.Brief(change), l => l.Contains($"'was: {path.Split('/')[1]}'", StringComparison.Ordinal));
        Assert.Contains(change.Hints[0].Text, ChangeText.Verbose(change));
    }

    [Fact]
    public void Find_ServiceInAnotherStackOfTheSameMake_AsksWhetherItIsTheSame()
    {
        var stacks = Environments.Golden("shop/dev");
        var old = stacks.Single(s => s.Name == "shop-dev-mailer");
        var renamed = Environments.Wanted("shop-dev-poster", JsonNode.Parse(old.Template.ToJsonString().Replace("mailer", "poster", StringComparison.Ordinal).Replace("Mailer", "Poster", StringComparison.Ordinal))!.AsObject());

        var change = ChangeFinder.Find("dev", Environments.Deployed(stacks), [.. stacks.Where(s => s != old), renamed], [old.Name]);

        Assert.Equal([new RenameHint("service", "poster", "mailer")], change.Hints);
    }

    [Fact]
    public void Find_WorkerGoesAndJobComes_AsksNothing()
    {
        var stacks = Environments.Golden("shop/dev");
        var (worker, job) = (stacks.Single(s => s.Name == "shop-dev-mailer"), stacks.Single(s => s.Name == "shop-dev-nightly"));

        Assert.Empty(ChangeFinder.Find("dev", Environments.Deployed([.. stacks.Where(s => s != job)]), [.. stacks.Where(s => s != worker)], [worker.Name]).Hints);
    }

    [Fact]
    public void Find_TableWithAnotherKey_IsAnotherTable()
    {
        var (deployed, wanted) = Renamed("shop-dev-data", "tables/audit", "tables/ledger", "Audit", "Ledger");
        wanted.Single(s => s.Name == "shop-dev-data").Template.Properties("LedgerTable")["KeySchema"]![0]!["AttributeName"] = "other";

        Assert.Empty(ChangeFinder.Find("dev", deployed, wanted, []).Hints);
    }

    [Fact]
    public void Find_OneOnlyGoesOrOnlyComes_AsksNothing()
    {
        var stacks = Environments.Golden("shop/dev");
        var less = Environments.Golden("shop/dev");
        less.Single(s => s.Name == "shop-dev-data").Template.Remove("AuditTable");
        less.Single(s => s.Name == "shop-dev-data").Template.Remove("PublishedTablesAuditName");

        Assert.Empty(ChangeFinder.Find("dev", Environments.Deployed(stacks), less, []).Hints);
        Assert.Empty(ChangeFinder.Find("dev", Environments.Deployed(less), stacks, []).Hints);
    }

    private static (IReadOnlyList<DeployedStack> Deployed, IReadOnlyList<AssemblyStack> Wanted) Renamed(string stack, string path, string other, string id, string otherId)
    {
        var stacks = Environments.Golden("shop/dev");
        var data = stacks.Single(s => s.Name == stack);
        var kind = char.ToUpperInvariant(path[0]) + path[1..path.IndexOf('/', StringComparison.Ordinal)];
        var text = data.Template.ToJsonString().Replace($"/{path}/", $"/{other}/", StringComparison.Ordinal)
            .Replace($"\"{id}", $"\"{otherId}", StringComparison.Ordinal).Replace($"Published{kind}{id}", $"Published{kind}{otherId}", StringComparison.Ordinal);
        return (Environments.Deployed(stacks), [.. stacks.Select(s => s == data ? data with { Template = JsonNode.Parse(text)!.AsObject() } : s)]);
    }
}
