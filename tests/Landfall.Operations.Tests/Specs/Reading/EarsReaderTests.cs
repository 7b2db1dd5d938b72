using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Tests.Specs.Reading;

public sealed class EarsReaderTests
{
    [Theory]
    [InlineData("The api shall answer within a second.", EarsKind.Ubiquitous, "api", "answer within a second")]
    [InlineData("WHEN a client sends GET /health, THE api SHALL answer with status 200.", EarsKind.Event, "api", "answer with status 200")]
    [InlineData("While it is night, the environment shall run no tasks", EarsKind.State, "environment", "run no tasks")]
    [InlineData("Where sign-in is configured, the edge of the system shall ask for it.", EarsKind.Optional, "edge of the system", "ask for it")]
    [InlineData("If a message fails five times, then the worker shall leave it in the dead-letter queue.", EarsKind.Unwanted, "worker", "leave it in the dead-letter queue")]
    [InlineData("While it is night, when a message comes, the **worker** shall wake.", EarsKind.Complex, "worker", "wake")]
    [InlineData("When a user, an administrator or a guest signs in, the api shall log it.", EarsKind.Event, "api", "log it")]
    public void Read_Form_GivesItsParts(string text, object kind, string system, string response) =>
        Assert.Equal((new EarsSentence((EarsKind)kind, system, response), null), EarsReader.Read(text));

    [Theory]
    [InlineData("The api must answer.", "has no 'shall'")]
    [InlineData("The api shall answer and shall log.", "has 'shall' 2 times")]
    [InlineData("Every api shall answer.", "'Every …' is none of the forms")]
    [InlineData("If it fails, the api shall answer.", "goes on with 'then'")]
    [InlineData("When it fails, then the api shall answer.", "'then' belongs to 'If …, then'")]
    [InlineData("When it fails the api shall answer.", "does not end")]
    [InlineData("When , the api shall answer.", "Nothing stands behind 'When'")]
    [InlineData("The shall answer.", "Nothing says who shall do it")]
    [InlineData("The api shall.", "Nothing says what it shall do")]
    [InlineData("", "has no 'shall'")]
    public void Read_OtherSentence_SaysWhatIsWrong(string text, string fault)
    {
        var (sentence, found) = EarsReader.Read(text);

        Assert.Null(sentence);
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HostileSentence_EndsInTime()
    {
        var (sentence, fault) = EarsReader.Read(string.Concat(Enumerable.Repeat("when a, ", 5_000)) + "shall");

        Assert.Null(sentence);
        Assert.NotNull(fault);
    }
}
