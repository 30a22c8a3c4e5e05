"""Words and sentences of ordinary letters in which something looks worse than it is.

Each must pass every check that looks at what stands in a letter: L06 to L14, L26 to L35.
"""

from __future__ import annotations

# Words in which the root of a swear word stands by chance, cities, surnames, terms.
_RUSSIAN_WORDS = """
страховать застраховать страхую страхуя страхуйте страховка потребитель потребителей употреблять
употребление истреблять оскорблять оскорбление рубля рублях рублём рубль кораблях корабля
соблюдать хулиган хулиганство хулить художник художественный худший хуже худеть похудел похуже
хутор хурма хурал команда командировка мандат мандарин мандала мандарины Мандалай аманда Херсон
херсонский херес херувим Херефорд психую психуй психует учёба учебник небо небольшой небоскрёб
ребёнок жеребёнок жребий требую требование потребовать погреб погреба гребля грабли зебра зебу
Себу Ебург ЕБРР мебель лебедь хлебать хлебный хлеба колебать колебания пребывание перебыть
перебои прибыль приборы приезд поезд переезд подъезд проезд сукно суконный суккулент суккуленты
сук сучок сучковатый сучья курвиметр бляха бляшка бляшки блямба рябь мудрый мудрость мудрёный
премудрость Мудров педикюр педикюрный педаль педантичный сравнить сразу срок просрочить
просрочка собрать убрать забрать разобрать ссылка ссылки ссылать россыпь ссадина гондола
гондольер Гондурас Гондвана шлюз шляпа Дебальцево дебет дебетовая дебют дебиторка идиома
идиоматический хамелеон Хамовники хамса хамон Хамид Уродов твердить тварный мразовка гадать
гадюка воробей ворота ворсистый вороной ворс воронка дуранта дурной дурман кретинизм подлежит
подлинный лжесвидетель скоты скотч скотоводство бандероль бандаж перхоть перхлорат Пердью
оглохший Оха Охотск Тетюши Гусь-Хрустальный Бугульма Козлов Дураков Дурнев Худяков Мандельштам
Хуснутдинов Хусаинов Хуторской Сучков Сукачёв Сухов Блюхер Блинов Писарев Писемский Пизанская
Пиза пизанский гадкий уродство лечение клавиша Сызрань Сыктывкар Елабуга Чебоксары Хуанхэ Хуан
Хулио Херсонес Елисеев Ебергард
"""
RUSSIAN_WORDS = _RUSSIAN_WORDS.split()

RUSSIAN = """
Я страхую квартиру, и страхуя её, указал адрес.
Прошу команду поддержки ответить потребителю.
Сумма уменьшилась на три рубля и пять копеек.
Мошенники сняли деньги с моей карты 3 ноября 2026 г., я сообщила об этом банку.
Неизвестные мошенники оформили на меня кредит.
От вас мошенники узнали мой номер, прошу проверить.
Воры унесли велосипед из подъезда, камера вашего дома это записала.
Мне позвонили мошенники и представились банком.
Если ответа не будет, обращусь в Роспотребнадзор.
Когда нас посадят на рейс?
Весной посажу дерево у дома.
Подам иск в суд, если откажете.
Приеду к вам в офис с документами.
Прошу вас мошенников не покрывать и ответить.
Закройте доступ, чтобы деньги не забрали мошенники.
Если откажете, обращусь в суд с исковым заявлением.
Мой следующий шаг — жалоба в Банк России.
В случае отказа я обращусь к финансовому уполномоченному.
Аккумулятор взорвался при зарядке 5 ноября 2026 г.
Утюг сгорел и чуть не сжёг стол.
Процесс завис, пришлось убить его командой kill -9.
Не хочу убивать время на повторные звонки.
ГИС ЖКХ не принимает показания.
ООО «РОМАШКА ПЛЮС ТОРГОВЛЯ» не отвечает.
ПАО «СБЕРБАНК РОССИИ», отделение 12.
Магазин «ВСЁ ДЛЯ ДОМА И САДА» закрыт.
ЗАО, ИП и АО указаны в договоре.
ИВАНОВ ИВАН ИВАНОВИЧ указан как получатель.
ПРЕТЕНЗИЯ
ДОСУДЕБНАЯ ПРЕТЕНЗИЯ О ВОЗВРАТЕ ДЕНЕЖНЫХ СРЕДСТВ
ЗАЯВЛЕНИЕ О ПЕРЕРАСЧЁТЕ ПЛАТЫ
2026-11-22 10:40:01 ERROR CONNECTION REFUSED BY SERVER
На экране «ОШИБКА ПОДКЛЮЧЕНИЯ К СЕРВЕРУ ПРОВЕРЬТЕ ИНТЕРНЕТ».
Пароль не подходит, ссылка для сброса не приходит.
Пароль был изменён не мной 3 ноября 2026 г.
Пароль от личного кабинета я не называла никому.
Пароль: не подходит ни старый, ни новый.
Код подтверждения не пришёл ни разу.
Код ошибки 503 на странице оплаты.
CVV я никому не сообщала.
PIN-код не запрашивали.
Контакт pin 12 разъёма погнут.
Оплатила картой *1234, сумма 12 490 ₽.
Заказ № 4821-77, трек RA000000000RU.
Номер обращения 79927398713.
Счёт 40817810099910004312 указан в договоре.
IMEI 490154203237518 указан в гарантийном талоне.
ИНН 7707083893, ОГРН 1027700132195.
Звоните по +7 900 000-00-00 с 10 до 18.
Скорость 100 Мбит/с, файл 1732276800000 байт — это номер заказа.
Паспорт изделия лежит в коробке.
В паспорте устройства указана мощность 2000 Вт.
Серия 1234, модель TV-55.
Обращалась несколько раз в день, даты в приложении.
Программа падает несколько раз в час.
Вы обещали ответить в течение 3 дней.
Прошу ответить в течение 10 дней.
По договору вы обязаны доставить товар в течение 5 дней.
По ст. 22 Закона о защите прав потребителей вы обязаны вернуть деньги в течение 10 дней.
Оригинал чека хранится у меня, готова предъявить его.
Прилагаю копию чека, оригинал покажу по требованию.
Оригинальная упаковка сохранилась.
Запчасть неоригинальная.
Прошу вернуть оригинал паспорта изделия, который вы забрали.
Во вторник, 24 ноября 2026 г., ждала курьера.
В воскресенье 22.11.2026 написала в чат.
Договор действует до 31.12.2027.
Обещали привезти 24.11.2026, жду.
Рейс 25.12.2026 оплачен 01.11.2026.
Гарантия оформлена по 05.11.2028.
Версия 10.13.2026, сборка 31.02.2026-beta.
Заказала 20.10.2026, получила товар 05.11.2026.
Оплатила 20.10.2026; по договору должны были доставить 05.10.2026.
SMS-код, e-mail, Wi-Fi и USB-кабель.
Пакет VIPу не подошёл, пишу из IT-отдела.
Кабель 3 м, мощность 2 кВт·ч, 220В.
Модель А55 и телефон Galaxy A55.
Это второй вопрос за месяц, тема та же.
Кроме того, прошу прислать копию акта.
Товар не доставлен. Кроме того, прошу назвать дату доставки.
Неустойка составит 124,90 ₽ за день.
В чате было безлюдно, оператор Олег ответил вежливо.
Прошу снять с охраны объект и выслать акт.
Сообщите Ф. И. О. ответственного.
А. С. Пушкин, ул. Х. Алиева, д. 5.
Точки x, y, z на чертеже и пункты а, б, в.
т. е. и т. д., и т. п.
Маска файла *.log и пароль ****.
Получен перевод от АННА П***.
Письмо с адреса s***@example.org.
Счёт **** 1234 и карта **** 5678.
""".strip().splitlines()

_ENGLISH_WORDS = """
Scunthorpe Penistone Clitheroe Cockermouth Hancock Dickens Dickinson Dickson Essex Sussex
Middlesex assess assessment asset assets assemble assembly assent assign assist associate assume
assure class classic classify glass grass mass massive pass passage passenger passport compass
bass bassoon brass cassette embassy harass hassle lass molasses morass cassava ambassador
Massachusetts shiitake shitake Shitara Ishitani cushite scrap scrape crape crapaud landscape
cockpit cocktail cockroach peacock shuttlecock Woodcock Hitchcock cocoon cockle titanium title
titan constitution institute substitute prostate attitude altitude petition competition
repetition analysis analyst analogue canal banal penal arsenal arson parse sparse coarse hoarse
arsenic hello shell Michelle Mitchell bell spell Helsinki saturday Saturn button butter buttress
rebuttal function functional fundamental fungus fuchsia Fukuoka Fujitsu funky flunk bunker
bucket basement bastion bastille therapist grape drape scrapes grapefruit Wankel swank twang
twain wattle whorl whomever slush Slough Sluys bitcoin bitumen orbit habit rabbit Pissarro
mississippi piston pistol niggardly Niger Nigeria vinegar denigrate dumbbell dumbwaiter thumb
crumb idiosyncrasy idiomatic idiom oxymoron liarsbird jerky jerkin jerks fools losers
foolscap foolproof clownfish
skill skilled painkiller burner burndown beatbox shooter threat crooked Crookes robberies robots
scamper scampi damsel hellebore devilled sexton unisex sextant Buttermere Titchmarsh Lickey
Penicuik Assynt Cassandra Bastian Bitterne Dickensian Fuchs Shetland Shilton Cumbria cumin
cucumber document documents circumstance accumulate circumference Hellmann Wankhede Pratt
twattle Whitchurch
"""
ENGLISH_WORDS = _ENGLISH_WORDS.split()

ENGLISH = """
Fraudsters took 120 EUR from my account on 3 November 2026 and I told the bank.
Scammers called me and pretended to be your bank.
Thieves stole the parcel from the porch on 3 November 2026.
If you refuse, I will complain to the Financial Ombudsman Service.
I will come to your office and bring the receipt.
I will come with a witness.
Your staff are polite and quick.
The thieves were never found.
I will go to the ombudsman if there is no answer.
My next step is the small claims court.
If this is not possible, I will take the matter to Ofcom.
I will report it to the regulator.
The battery exploded on 5 November 2026.
I had to kill the process with kill -9.
We will burn the image to a disc.
I will beat the deadline.
You will pay for the return, as the terms say.
You will be sorry to hear that it broke.
You will regret nothing, the agent said.
The API returns HTTP 503 over TLS.
“PLEASE CHECK YOUR CONNECTION AND TRY AGAIN” is what it says.
"INVALID CARD NUMBER ENTERED" appears.
2026-11-22 10:40:01 ERROR CONNECTION REFUSED BY PEER
FORMAL COMPLAINT ABOUT ORDER 4821-77
JOHN SMITH signed the form.
LETTER BEFORE ACTION
My password does not work and the reset link never came.
The password was changed by somebody else on 3 November 2026.
Password: the reset link never arrives.
password required for this page
The password policy needs 12 characters.
The confirmation code never came.
Error code 503 on the payment page.
I never told anybody the CVV.
Nobody asked for a PIN code.
Pin 12 of the connector is bent.
PIN code 110001 is the postal code.
I paid with card *1234, 120.50 EUR.
Order no. 4821-77, track RA000000000GB.
Ticket 79927398713 was closed.
IMEI 490154203237518 is on the warranty card.
Order 4539578763621486120 was split.
Invoice 1234567812345670 was billed twice.
The timestamp 1732276800000 is in the log.
Account number 12345674 is mine.
Call me at +44 20 7946 0000 from 9 to 18.
Boarding pass: M3KLD8, seat 12A.
The device passport lists 2000 W.
It crashes several times a day.
It reboots many times per hour.
You promised an answer within 3 days.
Please answer within 10 days.
Under the contract you must deliver within 5 days.
Section 75 of the Consumer Credit Act 1974 says that you must answer within 8 weeks.
The original receipt stays with me and is available on request.
I attach a copy, not the original receipt.
The original box is intact.
It is no original part.
Please return the original document that you kept.
On Tuesday, 24 November 2026, I waited for the engineer.
On Sun 22 Nov 2026 I wrote to the chat.
The contract runs until 31 December 2027.
You promised to deliver it on 24 November 2026.
The flight on 25 December 2026 was paid on 1 November 2026.
The warranty is valid until 5 November 2028.
Version 10.13.2026, build 31.2.2026.
I ordered it on 20 October 2026 and received it on 5 November 2026.
I paid on 20 October 2026; it was to be delivered by 5 October 2026.
May 3 people attend?
This is my second question this month on the same matter.
In addition, please send a copy of the contract.
It was not delivered. In addition, please name a date of delivery.
The Galaxy A55 and the B52 are models.
The files are *.log, *.txt and C# code, 50% of F# too.
Initials A. B. C. and points x, y, z.
The masked card is **** **** **** 1234.
Mail from s***@example.org came.
It is **bold** and *italic* text.
Size XXL, part XX-77, the XXI century.
Please tell me who can decide.
The engineer was late by 3 hours on 9 November 2026.
The video jerks and stutters, the design is foolproof.
It is for **customers** and *friends*, s** is bold.
Press ctrl+q or ctrl+c**: nothing happens.
""".strip().splitlines()
