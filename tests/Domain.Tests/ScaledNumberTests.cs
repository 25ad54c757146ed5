using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Tests;

public sealed class ScaledNumberTests
{
    [Theory]
    [InlineData("งบประมาณ 0.0645 ล้านบาท", "งบประมาณ 64500บาท")]
    [InlineData("๖ หมื่น ๔ พัน ๕ ร้อยบาท", "64500บาท")]
    [InlineData("6 หมื่น 4 พัน 500 บาท", "64500 บาท")]
    [InlineData("1.250 ล้าน", "1250000")]
    [InlineData("12 ล้าน 5 แสน", "12500000")]
    [InlineData("30.2 พันบาท", "30200บาท")]
    public void Powers_are_multiplied(string text, string digits) => ScaledNumber.InDigits(text).ShouldBe(digits);

    [Theory]
    [InlineData("4 พัน 6 หมื่นบาท")]
    [InlineData("5.000 พันบาท")]
    [InlineData("1.5 ล้าน 2 แสนบาท")]
    [InlineData("1 ล้าน 500")]
    [InlineData("1 แสนล้านบาท")]
    [InlineData("4 พันธกิจ")]
    [InlineData("ร้อยละ 80")]
    [InlineData("64,500 บาท")]
    public void Others_are_left(string text) => ScaledNumber.InDigits(text).ShouldBe(text);
}
