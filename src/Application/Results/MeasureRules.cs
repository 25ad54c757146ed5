using FluentValidation;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

/// <summary>Validation rules for measured values.</summary>
internal static class MeasureRules
{
    public static IRuleBuilderOptions<T, decimal?> Measure<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.Must(value => value is not { } number || decimal.Round(number, Measurement.Decimals) == number)
            .Refuse(
                "must have at most four decimals; it is not rounded.",
                "ต้องมีทศนิยมไม่เกินสี่ตำแหน่ง ระบบไม่ปัดเศษให้"
            )
            .Must(value => value is not { } number || Math.Abs(number) <= Measurement.Max)
            .Refuse("must be within ±999999999999.", "ต้องอยู่ในช่วง ±999999999999");

    /// <summary>Whether numerator and denominator are given together and can be divided.</summary>
    /// <param name="paired">Whether both or neither are given.</param>
    public static void Denominator<T>(this IRuleBuilder<T, decimal?> rule, Func<T, bool> paired) =>
        rule.Measure()
            .Must(value => value is null or > 0)
            .Refuse("must be greater than zero.", "ต้องมากกว่าศูนย์")
            .Must((command, _) => paired(command))
            .Refuse(
                "must be given together with numerator, or not at all.",
                "ต้องระบุพร้อมกับ numerator ทั้งสองค่าหรือไม่ระบุเลย"
            );
}
