using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Landfall.Operations;

namespace Landfall.Operator.Tests;

public sealed class OperatorOperationsTests
{
    public static TheoryData<string> Names => [.. OperatorOperations.All.Select(operation => operation.Name)];

    [Fact]
    public void All_OperationsOfTheProject_AreThereUnderNamesThatNoOtherHas()
    {
        var types = typeof(OperatorOperations).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IOperation)) && !type.IsAbstract);

        Assert.Equal(types.ToHashSet(), OperatorOperations.All.Select(operation => operation.GetType()).ToHashSet());
        Assert.Empty(OperatorOperations.All.Select(operation => operation.Name).Intersect(OperationRegistry.Own.All.Select(operation => operation.Name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_EachOperation_IsSealedWithoutStateAndDescribed(string name)
    {
        var operation = OperatorOperations.All.Single(one => one.Name == name);

        Assert.True(operation.GetType() is { IsSealed: true, IsNotPublic: true });
        Assert.Empty(operation.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public));
        Assert.EndsWith(".", operation.Summary, StringComparison.Ordinal);
        Assert.All(
            operation.Parameters.GetProperties().Where(p => p.Name != "EqualityContract"),
            p => Assert.EndsWith(".", p.GetCustomAttribute<DescriptionAttribute>()?.Description, StringComparison.Ordinal));
        Assert.NotNull(JsonSerializer.Deserialize("{}", operation.Parameters, JsonSerializerOptions.Web));
    }
}
