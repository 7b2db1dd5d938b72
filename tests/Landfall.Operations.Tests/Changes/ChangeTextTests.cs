using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes;

public class ChangeTextTests
{
    [Fact]
    public void Brief_EverythingIsRemoved_FitsAScreen()
    {
        var wanted = Environments.Golden("shop/dev");
        var change = ChangeFinder.Find("dev", Environments.Deployed(wanted), [], [.. wanted.Select(s => s.Name)]);

        var lines = ChangeText.Brief(change).ToList();

        Assert.InRange(lines.Count, 10, 24);
        Assert.All(lines, line => Assert.False(line.EndsWith('…'), line));
        Assert.Contains(lines, line => line.StartsWith("  loses data: The table shop-dev-audit is deleted", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("more", StringComparison.Ordinal));
    }

    [Fact]
    public void Verbose_EverythingIsRemoved_HasEveryResourceAndEffect()
    {
        var wanted = Environments.Golden("shop/dev");
        var change = ChangeFinder.Find("dev", Environments.Deployed(wanted), [], [.. wanted.Select(s => s.Name)]);

        var text = string.Join('\n', ChangeText.Verbose(change));

        Assert.All(change.Stacks.SelectMany(s => s.Resources), r => Assert.Contains($" {r.LogicalId} ({r.Type})", text, StringComparison.Ordinal));
        Assert.All(change.Effects, e => Assert.Contains(e.Id, text, StringComparison.Ordinal));
        Assert.Contains(change.Digest, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_RolesOfServices_AreTold()
    {
        var wanted = Environments.Golden("shop/dev");
        var change = ChangeFinder.Find("dev", [], wanted, []);
        const string Told = "Made once for the account: the service-linked roles of ecs.amazonaws.com, rds.amazonaws.com.";

        Assert.DoesNotContain(ChangeText.Brief(change).Concat(ChangeText.Verbose(change)), line => line.Contains("service-linked", StringComparison.Ordinal));
        change = change with { ServiceRoles = ["ecs.amazonaws.com", "rds.amazonaws.com"] };
        Assert.Contains(Told, ChangeText.Brief(change));
        Assert.Contains(Told, ChangeText.Verbose(change));
    }

    [Theory]
    [InlineData("shop-dev-api/TaskRole/permissions/0a1b2c", "The role TaskRole allows: s3:GetObject.", "  permissions: The role TaskRole allows: s3:GetObject. [shop-dev-api]")]
    [InlineData("shop-dev-data/Audit/permissions/0a1b2c", "The table shop-dev-audit lets in everybody.", "  permissions: The table shop-dev-audit lets in everybody.")]
    public void Brief_ResourceWithoutANameOfItsOwn_IsToldWithItsStack(string id, string text, string line)
    {
        var change = Environments.Change("shop/dev");
        change = change with
        {
            Effects = [new Effect(id, EffectKind.Permissions, Certainty.Certain, Harmful: true, "", text)],
            Stacks = [new StackChange(id.Split('/')[0], StackAction.Update, [])],
        };

        Assert.Contains(line, ChangeText.Brief(change));
    }

    [Fact]
    public void Brief_NothingChanges_SaysSo() => Assert.Equal(["shop/dev: nothing changes."], ChangeText.Brief(Environments.Change("shop/dev")));
}
