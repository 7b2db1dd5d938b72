using System.Text.Json.Nodes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class StaleReadersTests
{
    [Theory]
    [InlineData("new-host", false)]
    [InlineData("old-host", true)]
    public void Plan_ReaderWasLeftWithAnOldValue_IsForced(string read, bool forced)
    {
        var owner = Deployed("data", Publish("/host", """{ "Ref": "Database" }""") + "\nDatabase: { \"Type\": \"AWS::RDS::DBInstance\" }");
        owner.Template["Outputs"] = new JsonObject { ["Host"] = new JsonObject { ["Value"] = new JsonObject { ["Ref"] = "Database" } } };
        owner = owner with { Stack = owner.Stack with { Outputs = new Dictionary<string, string> { ["Host"] = "new-host" } } };
        var reader = Deployed("api", $"Host < /host\n{Task("x")}");
        reader = reader with { Stack = reader.Stack with { Parameters = new Dictionary<string, string> { ["Host"] = read } } };

        var plan = PassPlanner.Plan(
            [reader, owner],
            [new AssemblyStack(owner.Name, owner.Name, [], "data.template.json", owner.Template), new AssemblyStack(reader.Name, reader.Name, [owner.Name], "api.template.json", reader.Template)]);

        Assert.Equal(forced, plan.Of(Pass.Services).Single().Forced);
    }
}
