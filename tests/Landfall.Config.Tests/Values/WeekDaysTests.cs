using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class WeekDaysTests
{
    [Theory]
    [InlineData("MON-FRI", "MON,TUE,WED,THU,FRI")]
    [InlineData("SUN", "SUN")]
    [InlineData("SAT,MON,SAT", "MON,SAT")]
    [InlineData("FRI-MON,MON", "SUN,MON,FRI,SAT")]
    [InlineData("MON-SUN", "SUN,MON,TUE,WED,THU,FRI,SAT")]
    public void Read_Field_GivesEachDayOnceInOrder(string field, string days) => Assert.Equal(days, WeekDays.Write(WeekDays.Read(field)));

    [Theory]
    [InlineData(DayOfWeek.Saturday, 1, DayOfWeek.Sunday)]
    [InlineData(DayOfWeek.Sunday, -1, DayOfWeek.Saturday)]
    public void Later_OverTheEndOfTheWeek_GoesOn(DayOfWeek day, int days, DayOfWeek then) => Assert.Equal(then, WeekDays.Later(day, days));
}
