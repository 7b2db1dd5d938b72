using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Logs;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("2026-03-01T12:00:00.123Z ERROR no database", "no database")]
    [InlineData("[2026/03/01 12:00:00] [error] no database", "no database")]
    [InlineData("2026-03-01 12:00:00,5 | no database", "no database")]
    [InlineData("no database", "no database")]
    [InlineData("""{"ts":1,"msg":"no database"}""", "no database")]
    [InlineData("""{"message":"","error":{"message":"no database"}}""", "no database")]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("""{"msg":"a","msg":"b"}""", """{"msg":"a","msg":"b"}""")]
    [InlineData("{not json", "{not json")]
    public void Of_Line_IsWhatItSays(string line, string expected) => Assert.Equal(expected, MessageText.Of(line));
}
