using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Landfall.Cli.Commands;
using Landfall.Cli.Terminal;

namespace Landfall.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly RootCommand Root = LandfallCommandLine.Create(new CommandContext(Screen.OfProcess(), TimeProvider.System));

    [Fact]
    public void Examples_OfEveryCommand_AreValidCommandLines()
    {
        foreach (var command in All(Root))
        {
            var examples = CommandExamples.Of(HelpWithExamples.PathOf(command));
            Assert.InRange(examples.Count, 1, 2);
            foreach (var example in examples)
            {
                var words = CommandLineParser.SplitCommandLine(example.Split('>')[0]).Skip(1).ToArray();
                Assert.Empty(Root.Parse(words).Errors);
            }
        }
    }

    [Theory]
    [InlineData("deplo")]
    [InlineData("deploy --lcal")]
    [InlineData("graph --format picture")]
    [InlineData("")]
    public async Task RunAsync_NotACommandLine_EndsWithTheCodeForUsage(string line) =>
        Assert.Equal(ExitCode.Usage, await LandfallProgram.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("deplo", "'deplo': did you mean 'deploy'?")]
    [InlineData("deploy --lcal", "'--lcal': did you mean '--local'?")]
    [InlineData("network pln", "'pln': did you mean 'plan'?")]
    public void For_MisspeltWord_NamesTheNearOne(string line, string advice) =>
        Assert.Equal([advice], UsageAdvice.For(Root.Parse(line.Split(' '))));

    [Theory]
    [InlineData("deplo", "deplo")]
    [InlineData("network pln", "pln")]
    public void Errors_MisspeltCommand_SayNothingOfAMissingOne(string line, string word) =>
        Assert.Contains($"'{word}'", Assert.Single(UsageAdvice.Errors(Root.Parse(line.Split(' ')))), StringComparison.Ordinal);

    [Theory]
    [InlineData("network")]
    [InlineData("graph --format picture")]
    public void Errors_OtherMistake_AreNeverNone(string line) => Assert.Single(UsageAdvice.Errors(Root.Parse(line.Split(' '))));

    [Fact]
    public void Reference_Committed_IsCurrent()
    {
        var page = new StringBuilder("# Commands\n\nThe folder is the current one where none is given. Data goes to standard output, everything else to standard\nerror. Exit and error codes: [errors.md](errors.md).\n");
        foreach (var command in All(Root).Skip(1))
            Describe(page, command);
        GoldenFile.Verify("docs/cli.md", page.ToString());
    }

    private static void Describe(StringBuilder page, Command command)
    {
        var path = HelpWithExamples.PathOf(command);
        page.Append("\n## ").Append(path).Append("\n\n").Append(command.Description).Append('\n');
        if (command.Arguments.Count + command.Options.Count > 0)
            page.Append("\n| | |\n|---|---|\n");
        foreach (var argument in command.Arguments)
            page.Append("| `").Append(argument.Name).Append("` | ").Append(argument.Description).Append(" |\n");
        foreach (var option in command.Options)
            page.Append("| `").AppendJoin("`, `", option.Aliases.Prepend(option.Name)).Append("` | ").Append(option.Description).Append(" |\n");
        page.Append("\n```sh\n").AppendJoin('\n', CommandExamples.Of(path)).Append("\n```\n");
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
