using CsCheck;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Tests;

public sealed class IdentityNumberTests
{
    private static readonly Gen<int[]> TwelveDigits = Gen.Int[0, 9].Array[12];

    [Theory]
    [InlineData("1101700207030", "1101700207030")]
    [InlineData("1-1017-00207-03-0", "1101700207030")]
    [InlineData("๑ ๑๐๑๗ ๐๐๒๐๗ ๐๓ ๐", "1101700207030")]
    [InlineData("1101700207031", null)]
    [InlineData("110170020703", null)]
    [InlineData("11017002070300", null)]
    [InlineData("1.10170E+12", null)]
    [InlineData("", null)]
    public void Citizens_have_thirteen_digits_of_which_the_last_checks_the_others(string text, string? number) =>
        (IdentityNumber.OfCitizen(text)?.Number).ShouldBe(number);

    [Fact]
    public void For_any_twelve_digits_there_is_one_thirteenth_however_they_are_written() =>
        TwelveDigits.Sample(digits =>
        {
            var right = Enumerable
                .Range(0, 10)
                .Select(last => string.Concat(digits) + last)
                .Where(text => IdentityNumber.OfCitizen(text) is not null)
                .ShouldHaveSingleItem();
            var written = ThaiNumber.ToThaiDigits($" {right[..4]} {right[4..9]}-{right[9..]}");
            IdentityNumber.OfCitizen(written)!.Number.ShouldBe(right);
        });

    [Theory]
    [InlineData("aa1234567", "AA1234567")]
    [InlineData("AA 123-4567", "AA1234567")]
    [InlineData("AA๑๒๓๔๕๖", "AA123456")]
    [InlineData("A1234", null)]
    [InlineData("123456789012345678901", null)]
    [InlineData("หนังสือ123456", null)]
    public void Passports_have_six_to_twenty_letters_and_digits(string text, string? number) =>
        (IdentityNumber.OfPassport(text)?.Number).ShouldBe(number);

    [Fact]
    public void No_text_shows_a_number() =>
        $"{IdentityNumber.OfCitizen("1101700207030")} {IdentityNumber.OfPassport("AA1234567")}".ShouldBe(
            "CitizenId Passport"
        );
}
