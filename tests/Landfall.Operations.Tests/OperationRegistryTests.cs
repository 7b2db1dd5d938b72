using System.ComponentModel;
using System.Reflection;
using System.Text.Json;

namespace Landfall.Operations.Tests;

public sealed class OperationRegistryTests
{
    public static TheoryData<string> Names => [.. OperationRegistry.Own.All.Select(o => o.Name)];

    [Fact]
    public void Own_OperationsOfTheProject_AreAllThere()
    {
        var types = typeof(IOperation).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IOperation)) && !t.IsAbstract);

        Assert.Equal(types.ToHashSet(), OperationRegistry.Own.All.Select(o => o.GetType()).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_Name_GivesASealedOperationWithoutState(string name)
    {
        var operation = OperationRegistry.Own.Find(name);

        Assert.NotNull(operation);
        Assert.True(operation.GetType() is { IsSealed: true, IsNotPublic: true });
        Assert.Empty(operation.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public));
        Assert.Matches("^[a-z][a-z0-9]*([ -][a-z0-9]+)*$", operation.Name);
        Assert.EndsWith(".", operation.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_EachProperty_IsDescribedAndWritable(string name)
    {
        var parameters = OperationRegistry.Own.Find(name)!.Parameters;

        Assert.True(parameters.IsSealed);
        Assert.All(Properties(parameters), p => Assert.EndsWith(".", p.GetCustomAttribute<DescriptionAttribute>()?.Description, StringComparison.Ordinal));
        Assert.NotNull(JsonSerializer.Deserialize("{}", parameters, JsonSerializerOptions.Web));
    }

    [Fact]
    public void PreviewAsync_OfWhatTouchesTheCloud_IsTheirOwn()
    {
        var own = OperationRegistry.Own.All
            .Where(o => o.GetType().GetMethod("PreviewAsync")!.DeclaringType == o.GetType()).Select(o => o.Name);

        Assert.Equal(
            ["deploy", "destroy", "pause", "pipeline deploy", "pipeline destroy", "repair", "restart", "resume", "rollback", "rollout continue", "rollout rollback", "scale"],
            own);
    }

    [Fact]
    public void Find_UnknownName_GivesNull() => Assert.Null(OperationRegistry.Own.Find("dance"));

    private static IEnumerable<PropertyInfo> Properties(Type record) =>
        record.GetProperties().Where(p => p.Name != "EqualityContract");
}
