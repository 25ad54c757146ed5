using TeacherDevPlan.Application.Events.Attending;

namespace TeacherDevPlan.Application.Tests.AttendanceFiles;

/// <summary>A code from the wall is the same one however its letters and digits are set apart.</summary>
public sealed class AttendanceCodeTests
{
    private static readonly Guid Session = Guid.Parse("0195a0b0-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("ABCD-2345", true)]
    [InlineData("abcd2345", true)]
    [InlineData(" ABCD 2345 ", true)]
    [InlineData("ABCD\u20112345", true)]
    [InlineData("ABCD\u20132345", true)]
    [InlineData("ABCD\u2014\u00A0\u200B2345", true)]
    [InlineData("ABCD-2346", false)]
    [InlineData("2345-ABCD", false)]
    public void Only_the_letters_and_digits_of_a_code_matter(string typed, bool same) =>
        WallCode.DigestOf(Session, typed).SequenceEqual(WallCode.DigestOf(Session, "ABCD-2345")).ShouldBe(same);
}
