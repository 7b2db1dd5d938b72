using Landfall.Evaluation.Loghub;

namespace Landfall.Evaluation.Tests.Loghub;

public class LoghubScoreTests
{
    [Fact]
    public void Of_OneGroupSplit_CountsAsWorkedByHand()
    {
        // Truth: a ×2, b ×1, c ×1. Predicted: a split in two, b right with the right text, c right with a wrong text.
        var score = LoghubScore.Of(["a", "a", "b", "c"], ["1", "2", "3", "4"], ["a", "a", "b", "x"]);

        Assert.Equal(2 / 4.0, score.GroupingAccuracy);
        Assert.Equal(2 * 2 / 7.0, score.GroupingF1, 12);
        Assert.Equal(3 / 4.0, score.ParsingAccuracy);
        Assert.Equal(2 * 1 / 7.0, score.TemplateF1, 12);
    }

    [Fact]
    public void Of_EverythingRight_IsOne()
    {
        var score = LoghubScore.Of(["a", "b", "a"], ["1", "2", "1"], ["a", "b", "a"]);

        Assert.Equal(new LoghubScore(1, 1, 1, 1), score);
    }
}
