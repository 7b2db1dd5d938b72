using Landfall.Operations.Asking;
using Landfall.Operations.Asking.Answers;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Asking.Answers;

public sealed class UsersAnswerTests
{
    [Fact]
    public async Task OfAsync_ErrorsThatNameUsers_CountsEachOnce() => Assert.Equal(
        """
        2 users since 2026-03-02 12:00 UTC: so many values of 'user_id' are in errors.
        - 4 errors name a user, of 6 errors
        > landfall logs --errors --since 2026-03-02T12:00Z
        """,
        Asked.Lines(await OfAsync(
            """{"level":"error","user_id":7}""", """{"level":"error","user_id":"7"}""", """{"user_id":8}""", """{"clientId":"x"}""", "error of user 9", "{ no json")));

    [Fact]
    public async Task OfAsync_ErrorsThatNameNobody_SaysWhatToLog() => Assert.Equal(
        """
        ? I don't know: none of 1 error since 2026-03-02 12:00 UTC names a user. Log lines as JSON with a field such as 'userId'.
        > landfall logs --errors --since 2026-03-02T12:00Z
        """,
        Asked.Lines(await OfAsync("""{"user":{"name":"x"}}""")));

    [Fact]
    public async Task OfAsync_NoErrors_IsNobody() =>
        Assert.StartsWith("None, as far as logs tell: there is no error since", (await OfAsync()).Text, StringComparison.Ordinal);

    private static Task<AnswerText> OfAsync(params string[] messages) => UsersAnswer.OfAsync(
        messages.Select(message => new LogEntry(Asked.Noon, "api", "api", "1", LogLevel.Error, message)).ToAsyncEnumerable(), Asked.Noon, Asked.About(Topic.AffectedUsers), TestContext.Current.CancellationToken);
}
