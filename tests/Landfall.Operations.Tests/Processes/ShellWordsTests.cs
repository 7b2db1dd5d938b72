using Landfall.Operations.Processes;

namespace Landfall.Operations.Tests.Processes;

public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  a  b ", "a|b")]
    [InlineData("dotnet \"Book Shop.dll\" --quiet", "dotnet|Book Shop.dll|--quiet")]
    [InlineData("sh -c 'echo \"$HOME\" \\n'", "sh|-c|echo \"$HOME\" \\n")]
    [InlineData("a\\ b c", "a b|c")]
    [InlineData("\"say \\\"hi\\\" \\x\"", "say \"hi\" \\x")]
    [InlineData("x'y'\"z\"", "xyz")]
    [InlineData("a ''", "a|")]
    [InlineData("\"it's\"", "it's")]
    public void Split_Command_AsAShellDoes(string text, string words) =>
        Assert.Equal(words.Length == 0 ? [] : words.Split('|'), ShellWords.Split(text));
}
