using System.Text.Json.Nodes;
using Landfall.Operations.Changes;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Tests.Changes;

/// <summary>What holds for every change, tried on random edits of real templates.</summary>
public class ChangePropertyTests
{
    private static readonly string[] Samples = ["shop/dev", "shop/prod", "django/production", "flink-monitor/prod", "ecs-devops/demo"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_RandomEdits_HoldsWhatAChangePromises(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var sample = Samples[chance.Next(Samples.Length)];
            var wanted = Environments.Golden(sample);
            var deployed = Environments.Deployed(wanted);
            var edits = Enumerable.Range(0, chance.Next(1, 6)).Select(_ => Edit(chance, wanted[chance.Next(wanted.Count)].Template)).ToList();
            var removed = chance.Next(4) == 0 ? wanted.Skip(1).Where(_ => chance.Next(3) == 0).Select(s => s.Name).ToHashSet() : [];
            wanted = [.. wanted.Where(s => !removed.Contains(s.Name))];

            var change = ChangeFinder.Find(sample, deployed, wanted, removed);

            AssertPromises(change, $"{sample}, seed {seed}, round {round}: {string.Join("; ", edits)}");
            Assert.Equal(change.Digest, ChangeFinder.Find(sample, deployed, wanted, removed).Digest);

            // Once it is deployed, nothing is left to change.
            Assert.True(ChangeFinder.Find(sample, Environments.Deployed(wanted), wanted, []).IsEmpty, string.Join("; ", edits));
        }
    }

    private static void AssertPromises(Change change, string what)
    {
        var ids = change.Effects.Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), change.Stacks.SelectMany(s => s.Resources).SelectMany(r => r.Effects).Order(StringComparer.Ordinal));
        foreach (var resource in change.Stacks.SelectMany(s => s.Resources))
        {
            var kinds = change.Effects.Where(e => resource.Effects.Contains(e.Id)).ToList();
            switch (resource.Action)
            {
                case ResourceAction.Delete when ResourceKinds.HoldsData(resource.Type) && resource.Type != "AWS::RDS::DBInstance":
                    Assert.True(kinds.Any(e => e is { Kind: EffectKind.LosesData, Harmful: true }), $"{resource.LogicalId} is lost without a word. {what}");
                    break;
                case ResourceAction.Replace:
                    Assert.True(kinds.Any(e => e.Kind == EffectKind.Replaces), $"{resource.LogicalId} is replaced without a word. {what}");
                    break;
                case ResourceAction.Add:
                    Assert.DoesNotContain(kinds, e => e.Kind is EffectKind.LosesData or EffectKind.Interrupts or EffectKind.Replaces);
                    break;
                default:
                    break;
            }

            Assert.NotEmpty(resource.Reason);
        }

        Assert.All(change.Effects, e => Assert.DoesNotContain("${", e.Text, StringComparison.Ordinal));
        Assert.All(change.Refused, r => Assert.DoesNotContain("${", r.Text, StringComparison.Ordinal));
    }

    private static string Edit(Random chance, JsonObject template)
    {
        var resources = template["Resources"]!.AsObject();
        if (resources.Count == 0)
            return "nothing";
        var (id, resource) = resources.ElementAt(chance.Next(resources.Count));
        switch (chance.Next(4))
        {
            case 0 when !IsReferred(template, id):
                resources.Remove(id);
                return $"{id} removed";
            case 1:
                resource!["DeletionPolicy"] = chance.Next(2) == 0 ? "Delete" : "Retain";
                return $"{id} gets another policy";
            default:
                return resource!["Properties"] is JsonObject { Count: > 0 } properties ? Alter(chance, properties, id) : "nothing";
        }
    }

    private static string Alter(Random chance, JsonObject properties, string path)
    {
        var (key, value) = properties.ElementAt(chance.Next(properties.Count));
        if (value is JsonObject { Count: > 0 } inner && inner.First().Key is not ("Ref" or "Fn::GetAtt" or "Fn::Join" or "Fn::Sub"))
            return Alter(chance, inner, $"{path}/{key}");
        if (value is JsonArray { Count: > 0 } list && chance.Next(2) == 0)
            list.RemoveAt(chance.Next(list.Count));
        else if (value is JsonValue && chance.Next(2) == 0)
            properties[key] = value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? JsonValue.Create(chance.Next(100)) : value.ToString() + "x";
        else
            properties.Remove(key);
        return $"{path}/{key}";
    }

    private static bool IsReferred(JsonObject template, string id) => template.ToJsonString().Contains($"\"{id}\"}}", StringComparison.Ordinal)
        || template.ToJsonString().Contains($"[\"{id}\",", StringComparison.Ordinal);
}
