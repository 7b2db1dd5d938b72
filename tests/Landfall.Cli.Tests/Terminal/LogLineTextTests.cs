using Landfall.Cli.Terminal;
using Landfall.Operations.Logs;

namespace Landfall.Cli.Tests.Terminal;

public sealed class LogLineTextTests
{
    [Theory]
    [InlineData("GET /up 200", "None", "GET /up 200")]
    [InlineData("""{"level":"error","message":"no database","order":17,"user":"ada","text":"two words","deep":{"a":[1]},"time":"now"}""", "Error", """ERROR no database order=17 user=ada text="two words" deep={"a":[1]}""")]
    [InlineData("""{"a":1}""", "None", " a=1")]
    [InlineData("""{"message":17}""", "None", "17")]
    [InlineData("{not json", "None", "{not json")]
    [InlineData("\e[2Jgone\a\u009b2K\r", "None", "[2Jgone2K")] // a program cannot clear the screen
    [InlineData("one\n\ttwo", "None", "one\n\ttwo")]
    [InlineData("""{"message":"\u001b[2Jgone"}""", "None", "[2Jgone")]
    public void Of_Message_IsReadable(string message, string level, string expected) =>
        Assert.Equal($"12:00:01.500 api | {expected}", new LogLineText(colours: false).Of(Line("api", "api", message, Enum.Parse<LogLevel>(level))));

    [Fact]
    public void Of_ContainerBesideTheMainOne_IsNamed() =>
        Assert.Equal("12:00:01.500 api/proxy | x", new LogLineText(colours: false).Of(Line("api", "proxy", "x", LogLevel.None)));

    [Fact]
    public void Of_Colours_TellServicesApartAndErrorsFromTheRest()
    {
        var text = new LogLineText(colours: true);

        var (one, other, again) = (text.Of(Line("api", "api", "x", LogLevel.None)), text.Of(Line("web", "web", "x", LogLevel.None)), text.Of(Line("api", "api", "x", LogLevel.None)));

        Assert.Equal(one, again);
        Assert.Equal("\e[2m12:00:01.500 \e[0m\e[36mapi\e[0m | x", one);
        Assert.NotEqual(one.Replace("api", "web", StringComparison.Ordinal), other);
        Assert.EndsWith("\e[31mx\e[0m", text.Of(Line("api", "api", "x", LogLevel.Error)), StringComparison.Ordinal);
    }

    private static LogEntry Line(string service, string container, string message, LogLevel level) =>
        new(new DateTimeOffset(2026, 3, 1, 12, 0, 1, 500, TimeSpan.Zero), service, container, "1", level, message);
}
