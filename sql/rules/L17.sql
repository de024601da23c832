/*
row: professional learning of a fiscal year beside the training function
description: >
  The training function as coded, before benefits are spread.
*/
with professional_learning as (
    select * from marts.professional_learning
)

select
    professional_learning.fiscal_year,
    'training function' as subject,
    quality_verdict(false, professional_learning.total_amount > 0 and professional_learning.function_amount = 0) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('{} of professional learning, none in the training function.', dollars_text(professional_learning.total_amount)) as what,
from professional_learning
