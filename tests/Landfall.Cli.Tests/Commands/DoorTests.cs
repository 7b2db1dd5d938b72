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

        Assert.Equal(OfferedOperations.All.All.Select(o => o.Name), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Command_WithoutAnOperation_IsTheCompletionOfTheShellAlone()
    {
        var doors = Doors(Root).Select(d => d.Command).ToHashSet();

        var others = All(Root).Where(c => c.Subcommands.Count == 0 && !doors.Contains(c)).Select(c => c.Name);

        Assert.Equal(["completion"], others);
    }

    [Fact]
    public void Option_OfEveryCommand_IsDescribedAndJsonIsThere()
    {
        foreach (var command in All(Root).Where(c => c.Subcommands.Count == 0))
        {
            Assert.All(command.Options.Cast<Symbol>().Concat(command.Arguments), s => Assert.False(string.IsNullOrEmpty(s.Description), s.Name));
            Assert.Contains(command.Options, o => o.Name == "--json");
        }
    }

    [Fact]
    public void CommandLine_Assembly_KnowsNoAwsClient() =>
        Assert.DoesNotContain(typeof(Door<,>).Assembly.GetReferencedAssemblies(), r => r.Name!.StartsWith("AWSSDK", StringComparison.Ordinal) || r.Name == "Landfall.Aws");

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static IEnumerable<(Command Command, IOperation Operation)> Doors(Command command)
    {
        if (command.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Door<,>))
            yield return (command, (IOperation)type.GetProperty(nameof(Door<,>.Operation))!.GetValue(command)!);
        foreach (var door in command.Subcommands.SelectMany(Doors))
            yield return door;
    }
}
