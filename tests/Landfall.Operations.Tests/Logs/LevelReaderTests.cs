using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Logs;

public sealed class LevelReaderTests
{
    [Theory]
    [InlineData("""{"level":"error","message":"x"}""", "Error")]
    [InlineData("""{"message":"no error at all","level":"info"}""", "Info")]
    [InlineData("""{"Severity":"WARNING"}""", "Warning")]
    [InlineData("""{"level":50}""", "Error")] // pino
    [InlineData("""{"level":20}""", "Debug")]
    [InlineData("""{"nested":{"level":"error"},"level":"debug"}""", "Debug")]
    [InlineData("""{"list":[1,{"level":"error"}]}""", "None")]
    [InlineData("""{"level":true,"message":"x"}""", "None")]
    [InlineData("""{"level":"banana"}""", "None")]
    [InlineData("""{ error: not json""", "Error")]
    [InlineData("2026-03-01 ERROR no database", "Error")]
    [InlineData("Traceback (most recent call last):", "Error")]
    [InlineData("panic: runtime error", "Error")]
    [InlineData("Unhandled exception. System.Exception", "Error")]
    [InlineData("[warn] slow", "Warning")]
    [InlineData("GET /up 200", "None")]
    [InlineData("", "None")]
    public void Of_Line_IsItsLevel(string line, string expected) => Assert.Equal(expected, LevelReader.Of(line).ToString());
}
