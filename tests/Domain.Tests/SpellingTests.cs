using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Tests;

public sealed class SpellingTests
{
    [Fact]
    public void Enums_are_spelt_in_screaming_snake_and_read_back()
    {
        EnumText.Of(ResponsibleLevel.OfficeAndSchool).ShouldBe("OFFICE_AND_SCHOOL");
        EnumText.Of(FiscalQuarter.Q1).ShouldBe("Q1");
        foreach (var status in Enum.GetValues<ProjectStatus>())
            EnumText.Parse<ProjectStatus>(EnumText.Of(status)).ShouldBe(status);
    }

    [Theory]
    [InlineData("OBEC Content", "obec content")]
    [InlineData("ปี ๒๕๖๖", "ปี 2566")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("ก้ำ", "ก้ำ")]
    [InlineData("ส\u0E4D\u0E32นัก", "สำนัก")]
    public void Search_folds_case_digits_and_composition(string text, string expected) =>
        SearchText.Fold(text).ShouldBe(expected);
}
