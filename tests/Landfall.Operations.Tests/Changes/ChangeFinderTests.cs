using System.Text.Json.Nodes;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes;

public class ChangeFinderTests
{
    [Theory]
    [InlineData("shop/dev")]
    [InlineData("shop/prod")]
    [InlineData("django/production")]
    [InlineData("flink-monitor/prod")]
    [InlineData("ecs-devops/demo")]
    public void Find_SameTemplates_IsEmpty(string environment)
    {
        var change = Environments.Change(environment);

        Assert.True(change.IsEmpty, string.Join(", ", change.Stacks.Select(s => $"{s.Name}: {string.Join(", ", s.Resources.Select(r => r.LogicalId + " " + r.Reason))}")));
        Assert.Empty(change.Effects);
    }

    [Fact]
    public void Find_NothingDeployed_CreatesEverythingAndHarmsNobody()
    {
        var change = ChangeFinder.Find("prod", [], Environments.Golden("shop/prod"), []);

        Assert.All(change.Stacks, s => Assert.Equal(StackAction.Create, s.Action));
        Assert.All(change.Stacks.SelectMany(s => s.Resources), r => Assert.Equal(ResourceAction.Add, r.Action));
        Assert.Empty(change.Harm);
        Assert.Empty(change.Refused);
        Assert.Contains(change.Effects, e => e.Kind == EffectKind.Permissions);
        Assert.Contains(change.Effects, e => e.Kind == EffectKind.Network);
    }

    [Fact]
    public void Find_FirstCreationFailed_CreatesTheStack()
    {
        var wanted = Environments.Golden("shop/dev");
        var deployed = Environments.Deployed(wanted).Select(d => d.Name == "shop-dev-data" ? d with { Stack = d.Stack with { Status = "ROLLBACK_COMPLETE" } } : d).ToList();

        var change = ChangeFinder.Find("dev", deployed, wanted, []);

        Assert.Equal(StackAction.Create, Assert.Single(change.Stacks, s => s.Name == "shop-dev-data").Action);
    }

    [Fact]
    public void Find_TaskDefinitionChanged_RestartsTasksAndHarmsNobody()
    {
        var change = Environments.Change("shop/prod", ("shop-prod-api", t => t.Properties("TaskDefinition")["Memory"] = "4096"));

        Assert.Equal(ResourceAction.Replace, change.Resource("TaskDefinition").Action);
        Assert.Equal(ResourceAction.Modify, change.Resource("Service").Action);
        Assert.Single(change.Of("Service", EffectKind.Restarts));
        Assert.False(Assert.Single(change.Of("TaskDefinition", EffectKind.Replaces)).Harmful);
        Assert.Empty(change.Harm);
        Assert.Equal("shop-prod-api", Assert.Single(change.Stacks).Name);
    }

    [Fact]
    public void Find_PublishedValueIsReplaced_ReachesWhoReadsIt()
    {
        // The database's group is another one: who reaches it by that group's id gets another rule.
        var change = Environments.Change("shop/prod", ("shop-prod-data", t => t.Properties("OrdersSecurityGroup")["GroupDescription"] = "Another one"));

        Assert.Equal(ResourceAction.Replace, change.Resource("OrdersSecurityGroup").Action);
        var rule = Assert.Single(change.Stacks.Single(s => s.Name == "shop-prod-api").Resources);
        Assert.Equal("ReachOrdersDatabase", rule.LogicalId);
        Assert.Equal(ResourceAction.Replace, rule.Action);
    }

    [Fact]
    public void Find_ReaderHasAnOlderValue_IsUpdated()
    {
        var wanted = Environments.Golden("shop/prod");
        var deployed = Environments.Deployed(wanted).Select(d => d.Name == "shop-prod-api"
            ? d with { Stack = d.Stack with { Parameters = d.Stack.Parameters.ToDictionary(p => p.Key, p => p.Key == "DatabasesOrdersHost" ? "an-older-host" : p.Value) } }
            : d).ToList();

        var change = ChangeFinder.Find("prod", deployed, wanted, []);

        Assert.Equal("shop-prod-api", Assert.Single(change.Stacks).Name);
        Assert.Equal(ResourceAction.Replace, change.Resource("TaskDefinition").Action);
    }

    [Fact]
    public void Find_OnlyMetadataAndDependsOnDiffer_IsEmpty()
    {
        var change = Environments.Change("shop/prod", ("shop-prod-data", t =>
        {
            t["Resources"]!["AuditTable"]!["Metadata"] = new JsonObject { ["aws:cdk:path"] = "elsewhere" };
            t["Resources"]!["AuditTable"]!["DependsOn"] = "UploadsBucket";
        }
        ));

        Assert.True(change.IsEmpty);
    }

    [Fact]
    public void Find_OnlyTagsDiffer_UpdatesTheStack()
    {
        var wanted = Environments.Golden("shop/dev");
        var change = ChangeFinder.Find(
            "dev",
            Environments.Deployed(wanted),
            [.. wanted.Select(s => s.Name == "shop-dev-api" ? s with { Tags = new Dictionary<string, string> { ["team"] = "shop" } } : s)],
            []);

        var stack = Assert.Single(change.Stacks);
        Assert.Equal(("shop-dev-api", StackAction.Update), (stack.Name, stack.Action));
        Assert.Empty(stack.Resources);
        Assert.Empty(change.Effects);
    }

    [Fact]
    public void Find_OnlyAPolicyDiffers_UpdatesTheStack()
    {
        var change = Environments.Change("shop/dev", ("shop-dev-data", t => t["Resources"]!["AuditTable"]!["DeletionPolicy"] = "Retain"));

        Assert.False(change.IsEmpty);
        Assert.Empty(change.Effects);
    }

    [Fact]
    public void Find_StackIsNotWanted_DeletesItWithItsEffects()
    {
        var wanted = Environments.Golden("shop/dev");

        var change = ChangeFinder.Find("dev", Environments.Deployed(wanted), [.. wanted.Where(s => s.Name != "shop-dev-mailer")], ["shop-dev-mailer"]);

        var stack = Assert.Single(change.Stacks);
        Assert.Equal(StackAction.Delete, stack.Action);
        Assert.True(Assert.Single(change.Of("Service", EffectKind.Interrupts)).Harmful);
    }

    [Fact]
    public void Find_StackIsLeftInPlace_IsNoChange()
    {
        var wanted = Environments.Golden("shop/dev");

        Assert.True(ChangeFinder.Find("dev", Environments.Deployed(wanted), [.. wanted.Where(s => s.Name != "shop-dev-mailer")], []).IsEmpty);
    }

    [Fact]
    public void Find_Twice_GivesTheSameDigestAndIds()
    {
        static Change Find() => Environments.Change("shop/prod", ("shop-prod-data", t => t.Remove("AuditTable")));

        Assert.Equal(Find().Digest, Find().Digest);
        Assert.Equal(Find().Effects.Select(e => e.Id), Find().Effects.Select(e => e.Id));
    }

    [Fact]
    public void Find_AnythingDiffers_GivesAnotherDigest()
    {
        var one = Environments.Change("shop/prod");
        var other = Environments.Change("shop/prod", ("shop-prod-api", t => t.Properties("TaskDefinition")["Memory"] = "4096"));

        Assert.NotEqual(one.Digest, other.Digest);
    }
}
