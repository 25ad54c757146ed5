using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

public enum IdentityKind
{
    CitizenId,
    Passport,
}

/// <summary>
/// The number by which the state knows somebody: that of a Thai citizen, or of a passport. It is only held while a request
/// is processed; what is stored is a digest with a key, and no text shows it.
/// </summary>
public sealed partial class IdentityNumber
{
    private const int Digits = 13;

    private IdentityNumber(IdentityKind kind, string number) => (Kind, Number) = (kind, number);

    public IdentityKind Kind { get; }

    /// <summary>In the one form in which it is compared.</summary>
    public string Number { get; }

    /// <summary>
    /// The number of a citizen: 13 digits, Thai or Arabic, possibly with blanks and dashes, of which the last one checks the
    /// others (modulo 11, as the Department of Provincial Administration numbers them). Null for anything else.
    /// </summary>
    public static IdentityNumber? OfCitizen(string text)
    {
        var digits = Separators().Replace(ThaiNumber.ToArabicDigits(text), "");
        if (digits.Length != Digits || !digits.All(char.IsAsciiDigit))
            return null;
        var sum = digits.Take(Digits - 1).Select((digit, place) => (digit - '0') * (Digits - place)).Sum();
        return (11 - (sum % 11)) % 10 == digits[^1] - '0' ? new IdentityNumber(IdentityKind.CitizenId, digits) : null;
    }

    /// <summary>The number of a passport: 6 to 20 letters and digits, in upper case. Null for anything else.</summary>
    public static IdentityNumber? OfPassport(string text)
    {
        var number = Separators().Replace(ThaiNumber.ToArabicDigits(text), "").ToUpperInvariant();
        return Passport().IsMatch(number) ? new IdentityNumber(IdentityKind.Passport, number) : null;
    }

    public override string ToString() => Kind.ToString();

    [GeneratedRegex(@"[\s\-–]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[A-Z0-9]{6,20}\z")]
    private static partial Regex Passport();
}
