using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Tests;

public sealed class BahtWordsTests
{
    private static readonly string[] Digits =
    [
        "ศูนย์",
        "หนึ่ง",
        "สอง",
        "สาม",
        "สี่",
        "ห้า",
        "หก",
        "เจ็ด",
        "แปด",
        "เก้า",
    ];

    private static readonly string[] Powers = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

    [Fact]
    public void An_amount_in_words_is_the_one_that_was_written()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var amount = random.NextInt64(1, (long)Math.Pow(10, random.Next(1, 10)) + 1);
            BahtWords.In($"จำนวน ({Words(amount)}บาทถ้วน)").ShouldBe(amount, Words(amount));
            var satang = random.Next(1, 100);
            BahtWords.In($"{Words(amount)}บาท{Words(satang)}สตางค์").ShouldBe(amount + (satang / 100m));
        }
    }

    [Theory]
    [InlineData("จำนวนทั้งสิ้น 64,500 บาท")]
    [InlineData("หลายร้อยบาทต่อคน")]
    [InlineData("")]
    [InlineData("หนึ่งล้านล้านล้านล้านล้านล้านล้านบาทถ้วน")]
    public void Other_texts_have_none(string text) => BahtWords.In(text).ShouldBeNull();

    [Theory]
    [InlineData("หกพันหนึ่งร้อยบาท", 6_100)]
    [InlineData("สามหมื่นสองร้อย บาทถ้วน", 30_200)]
    [InlineData("หนึ่งล้านสองแสน", 1_200_000)]
    [InlineData("เจ็ดสิบเอ็ด", 71)]
    [InlineData("สิบหก", 16)]
    public void A_text_may_be_a_number_in_words(string text, int number) => BahtWords.Whole(text).ShouldBe(number);

    [Theory]
    [InlineData("สองสาม")]
    [InlineData("สองพันสามหมื่น")]
    [InlineData("สองหมื่นห้า")]
    [InlineData("พันบาท")]
    [InlineData("ล้านบาท")]
    [InlineData("ร้อยเอ็ด")]
    [InlineData("ศูนย์")]
    [InlineData("หนึ่งโรงเรียน")]
    [InlineData("")]
    public void Other_texts_are_no_number(string text) => BahtWords.Whole(text).ShouldBeNull();

    private static string Words(long amount)
    {
        if (amount >= 1_000_000)
            return $"{Words(amount / 1_000_000)}ล้าน{(amount % 1_000_000 == 0 ? "" : Words(amount % 1_000_000))}";
        var digits = $"{amount}";
        return string.Concat(
            digits.Select(
                (letter, i) =>
                {
                    var (digit, power) = (letter - '0', digits.Length - 1 - i);
                    return digit == 0 && amount > 0 ? ""
                        : power == 1 && digit == 1 ? "สิบ"
                        : power == 1 && digit == 2 ? "ยี่สิบ"
                        : power == 0 && digit == 1 && digits.Length > 1 ? "เอ็ด"
                        : Digits[digit] + Powers[power];
                }
            )
        );
    }
}
