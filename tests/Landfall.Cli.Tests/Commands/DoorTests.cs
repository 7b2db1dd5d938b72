using System.CommandLine;
using Landfall.Cli.Commands;
using Landfall.Cli.Terminal;
using Landfall.Operations;

namespace Landfall.Cli.Tests.Commands;

public sealed class DoorTests
{
    private static readonly RootCommand Root = LandfallCommandLine.Create(new CommandContext(Screen.OfProcess(), TimeProvider.System));

    [Fact]
    public void Name_OfEveryDoor_IsTheOperations() =>
        Assert.All(Doors(Root), door => Assert.Equal($"landfall {door.Operation.Name}", HelpWithExamples.PathOf(door.Command)));

    [Fact]
    public void Operation_OfEveryDoor_IsInTheRegistryAndHasNoOtherDoor()
    {
        var names = Doors(Root).Select(d => d.Operation.Name).ToList();

        Assert.Equal(OperationRegistry.Own.All.Select(o => o.Name), names.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(Command Command, IOperation Operation)> Doors(Command command)
    {
        if (command.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Door<,>))
            yield return (command, (IOperation)type.GetProperty(nameof(Door<,>.Operation))!.GetValue(command)!);
        foreach (var door in command.Subcommands.SelectMany(Doors))
            yield return door;
    }
}
